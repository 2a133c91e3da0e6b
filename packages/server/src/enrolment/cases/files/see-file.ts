import type { Ctx } from '../../../platform/ctx.ts'
import { seePicture } from '../../pictures/see-picture.ts'
import { type CaseKey, getHoldings } from '../store/holding-row.ts'
import { type CaseFileRow, readCaseFiles } from './case-files.ts'

export interface CaseFileKey extends CaseKey {
  readonly file: string
}

/** A file of a child's case, for whoever holds the case. Errors: `enrolment.case_not_found`, `enrolment.file_not_found`. */
export async function seeFile(ctx: Ctx, { file, ...key }: CaseFileKey): Promise<CaseFileRow> {
  const [own] = await getHoldings(ctx, key)
  const files = await readCaseFiles(ctx.db, own)
  return seePicture(ctx, { subject: { kind: 'case', id: key.case }, own, files, file })
}
