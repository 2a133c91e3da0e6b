import type { AppraisalKey } from '../store/appraisal-row.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'

/** Lets the raters begin. A return before that is over: nothing is marked any more. Errors: the refusals. */
export async function startRating(acting: Acting, key: AppraisalKey, reason: string): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'start')
  await ctx.db.kysely
    .updateTable('appraisal_items')
    .set({ return_reason: null, is_return_open: false })
    .where('county_code', '=', key.county)
    .where('appraisal_id', '=', key.appraisalId)
    .execute()
  await endDeed(ctx, appraisal, next, { deed: 'start', reason, set: { returned_until: null } })
}
