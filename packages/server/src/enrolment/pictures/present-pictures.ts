import { CASE_FILES_MOST, type CaseFileKind } from '@eduduty/core/enrolment'
import type { PictureRow } from './picture-row.ts'

interface ShownRecord {
  readonly no: number
  /** By which the reader may add pictures to it; null where they may not. */
  readonly key: string | null
}

interface ShownPictures<Kind> {
  files: { file: string; kind: Kind; by: string }[]
  attach_key?: string
}

/** What is shown with a record: its files, and by which key the reader may add more. */
export function presentPictures<Kind extends CaseFileKind>(
  files: readonly PictureRow<Kind>[],
  { no, key }: ShownRecord,
): ShownPictures<Kind> {
  const own = files.filter(({ record_no: one }) => one === no)
  return {
    files: own.map(({ file_id: file, kind, person_name: by }) => ({ file, kind, by })),
    ...(key !== null && own.length < CASE_FILES_MOST && { attach_key: key }),
  }
}
