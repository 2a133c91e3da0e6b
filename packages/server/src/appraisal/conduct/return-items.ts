import type { ReturnAppraisalBody } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { getItem } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'

/**
 * Gives single items back to the unit. Ratings of these by the raters no longer count, and their sections have to be
 * handed in once more. Errors: `appraisal.due_past`, `appraisal.item_not_found`, the refusals.
 */
export async function returnItems(acting: Acting, key: AppraisalKey, body: ReturnAppraisalBody): Promise<void> {
  const { ctx } = acting
  if (body.until < dayOf(ctx.now)) throw new AppError('appraisal.due_past', { until: body.until })
  const { appraisal, next } = await beginDeed(acting, key, 'return')
  const items = [...new Set(body.items)].map((id) => getItem(appraisal, id))
  const ids = items.map(({ item }) => item)
  const place = [key.county, key.appraisalId] as const
  // What an earlier return opened and the unit has mended is locked again.
  await ctx.db.run(
    `update appraisal_items set is_return_open = item = any($3::text[]),
       return_reason = case when item = any($3::text[]) then $4 end
     where county_code = $1 and appraisal_id = $2`,
    [...place, ids, body.reason],
  )
  await ctx.db.run(
    `update appraisal_opinions set replaced_at = $4
     where county_code = $1 and appraisal_id = $2 and item = any($3::text[]) and replaced_at is null`,
    [...place, ids, ctx.now],
  )
  await ctx.db.run(
    `update appraisal_assignments set handed_in_at = null
     where county_code = $1 and appraisal_id = $2 and section = any($3::text[])`,
    [...place, [...new Set(items.map(({ section }) => section))]],
  )
  await endDeed(ctx, appraisal, next, {
    deed: 'return',
    reason: body.reason,
    says: `退回 ${items.length} 项（${items.map(({ title }) => title).join('、')}），${body.until} 前改正`,
    set: { returned_until: body.until },
  })
}
