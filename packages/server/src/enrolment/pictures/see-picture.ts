import { type CaseFileKind, caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { namedSubject, type PaperSubject } from '../../archive/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { HeldChild } from '../holding/held-child.ts'
import type { PictureRow } from './picture-row.ts'

interface Look<Kind extends CaseFileKind> {
  readonly subject: PaperSubject
  /** The reader's copy of the child. */
  readonly own: HeldChild
  /** All that the reader's copies have. */
  readonly files: readonly PictureRow<Kind>[]
  readonly file: string
}

/** The file that a holder of the child looks at: every look is one event of the log. Errors: `enrolment.file_not_found`. */
export function seePicture<Kind extends CaseFileKind>(
  ctx: Ctx,
  { subject, own, files, file }: Look<Kind>,
): PictureRow<Kind> {
  const row = files.find(({ file_id: id }) => id === file)
  if (row === undefined) throw new AppError('enrolment.file_not_found')
  ctx.audit({
    action: 'enrolment.see_file',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { ...namedSubject(subject), kind: caseFileTitles[row.kind] },
  })
  return row
}
