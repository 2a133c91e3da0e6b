import { caseFileTitles } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CaseKey, getHoldings } from '../store/holding-row.ts'
import { type CaseFileRow, readCaseFiles } from './case-file-row.ts'

export interface CaseFileKey extends CaseKey {
  readonly file: string
}

/** A picture of a child's case, for whoever holds the case: every look at it is one event of the log. Errors: `enrolment.case_not_found`, `enrolment.file_not_found`. */
export async function seeFile(ctx: Ctx, key: CaseFileKey): Promise<CaseFileRow> {
  const [own] = await getHoldings(ctx, key)
  const row = (await readCaseFiles(ctx.db, key)).find(({ file_id: id }) => id === key.file)
  if (row === undefined || own.destroyed_on !== null) throw new AppError('enrolment.file_not_found')
  ctx.audit({
    action: 'enrolment.see_file',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { case: key.case, kind: caseFileTitles[row.kind] },
  })
  return row
}
