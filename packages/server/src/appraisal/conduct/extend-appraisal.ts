import type { ExtendAppraisalBody } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'

/** Moves the last days of self-rating and rating. Errors: `appraisal.dates_invalid`, `appraisal.due_past`, the refusals. */
export async function extendAppraisal(acting: Acting, key: AppraisalKey, body: ExtendAppraisalBody): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'extend')
  const { row } = appraisal
  const selfUntil = body.self_until ?? row.self_until
  const rateUntil = body.rate_until ?? row.rate_until
  const today = dayOf(ctx.now)
  for (const until of [body.self_until, body.rate_until])
    if (until !== undefined && until < today) throw new AppError('appraisal.due_past', { until })
  if (rateUntil < selfUntil)
    throw new AppError('appraisal.dates_invalid', { reason: `复评截止 ${rateUntil} 早于自评截止 ${selfUntil}` })
  await endDeed(ctx, appraisal, next, {
    deed: 'extend',
    reason: body.reason,
    says: `自评到 ${selfUntil}，复评到 ${rateUntil}`,
    set: {
      self_until: selfUntil,
      rate_until: rateUntil,
      // A return has a last day of its own; whoever gives more time for the self-rating gives it for that, too.
      ...(row.returned_until !== null && body.self_until !== undefined && { returned_until: body.self_until }),
    },
  })
}
