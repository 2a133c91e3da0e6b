import type { AppraisalKey } from '../store/appraisal-row.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { assertOwnUnit } from './assert-own-unit.ts'

/**
 * Hands the self-rating in. What was returned is known until rating starts: whoever takes it back meanwhile can change
 * no more than that. Errors: the refusals.
 */
export async function reportSelfRating(acting: Acting, key: AppraisalKey, reason: string): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'report')
  assertOwnUnit(acting, appraisal)
  await ctx.db.kysely
    .updateTable('appraisal_items')
    .set({ is_return_open: false })
    .where('county_code', '=', key.county)
    .where('appraisal_id', '=', key.appraisalId)
    .execute()
  await endDeed(ctx, appraisal, next, { deed: 'report', reason })
}

/** Takes it back, as long as nobody has begun to rate and it could still be handed in again. Errors: the refusals. */
export async function withdrawSelfRating(acting: Acting, key: AppraisalKey, reason: string): Promise<void> {
  const { appraisal, next } = await beginDeed(acting, key, 'withdraw')
  assertOwnUnit(acting, appraisal)
  await endDeed(acting.ctx, appraisal, next, { deed: 'withdraw', reason })
}
