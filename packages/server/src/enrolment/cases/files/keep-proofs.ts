import { findCasePapers } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { CaseKey, StoredHolding } from '../store/holding-row.ts'

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
  await ctx.db.kysely
    .insertInto('enrolment_case_files')
    .values(
      found.flatMap(({ paper_id, media, bytes, sha256 }) =>
        holders.map(({ holding_no, org_path }) => ({
          county_code: key.county,
          case_id: key.case,
          holding_no,
          file_id: paper_id,
          org_path,
          event_no: eventNo,
          kind: 'proof',
          media,
          bytes,
          sha256,
          person_name: ctx.actor.name,
          added_at: ctx.now,
        })),
      ),
    )
    .execute()
}
