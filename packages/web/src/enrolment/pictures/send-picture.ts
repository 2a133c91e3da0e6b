import type { CaseFileKept, CasePictureKind } from '@eduduty/core/enrolment'
import { queryString, sendFile } from '../../platform/api/http.ts'
import { fileOfData } from './file-of-data.ts'
import { pictureMessages } from './messages.ts'

export interface PictureOf {
  /** Of the case or of the child in care, below /api. */
  readonly base: string
  /** Key of the record to which it belongs. */
  readonly record: string
  readonly kind: CasePictureKind
}

/** Adds a picture to a record that the server has; the same one sent twice is there once. */
export function sendPicture({ base, record, kind }: PictureOf, data: string): Promise<CaseFileKept> {
  const name = `${pictureMessages.kinds[kind]}${data.startsWith('data:image/png') ? '.png' : '.jpg'}`
  const path = `${base}/records/${record}/files${queryString({ kind, name })}`
  return sendFile<CaseFileKept>(path, fileOfData(data, name))
}
