import { findCasePapers } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { rowsOfPicture } from '../../pictures/picture-row.ts'
import type { CaseKey, StoredHolding } from '../store/holding-row.ts'
import { insertCaseFiles } from './case-files.ts'

/**
 * Makes certificates that were filed with the case part of the step that they prove, for all who hold it. The caller reaches
 * all of them. Errors: `enrolment.proof_file_unknown`.
 */
export async function keepProofs(
  ctx: Ctx,
  key: CaseKey,
  papers: readonly string[],
  { holders, eventNo }: { readonly holders: readonly StoredHolding[]; readonly eventNo: number },
): Promise<void> {
  if (papers.length === 0) return
  const found = await findCasePapers(ctx, key, papers)
  if (found.length !== new Set(papers).size) throw new AppError('enrolment.proof_file_unknown')
  const rows = found.flatMap(({ paper_id: id, ...file }) => rowsOfPicture(ctx, { id, kind: 'proof', file }, holders))
  await insertCaseFiles(ctx, key, eventNo, rows)
}
