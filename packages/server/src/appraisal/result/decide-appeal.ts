import { type DecideAppealBody, faultOfRating, type GivenRating, isSameRating } from '@eduduty/core/appraisal'
import { fromDecimal, rational } from '@eduduty/core/formula'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertPoints, decideOn, getAdjustment } from '../adjustments/settle-adjustment.ts'
import { faultError } from '../self/save-self-rating.ts'
import { type AppraisalKey, givenOf, ratedBy } from '../store/appraisal-row.ts'
import { type Appraisal, getAppraisal, getItem } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { rateVerified, type Verified } from './rate-verified.ts'
import { readVerified, resultWords, storeResult } from './store-result.ts'

/**
 * Decides an appeal: the conclusion stays, or a new version of it is drawn up with the items, additions and deductions that
 * change. Errors: `appraisal.appeal_not_found`, `appraisal.item_not_found`, `appraisal.nothing_changed`, the faults of a
 * rating, `appraisal.adjustment_not_found`, `appraisal.adjustment_out_of_range`, the refusals.
 */
export async function decideAppeal(
  acting: Acting,
  key: AppraisalKey,
  appealId: string,
  body: DecideAppealBody,
): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'decide')
  const { row } = appraisal
  const isChanged = body.changes.length + (body.adjustments ?? []).length > 0
  const outcome = isChanged ? await change(acting, appraisal, body) : { version: row.version, says: '维持原结论' }
  const decided = await ctx.db.run(
    `update appraisal_appeals set status = $4, decision = $5, decided_by = $6, decided_at = $7, version = $8
     where county_code = $1 and appraisal_id = $2 and appeal_id = $3 and status = 'waiting' returning appeal_id`,
    [
      key.county,
      key.appraisalId,
      appealId,
      isChanged ? 'changed' : 'kept',
      body.reason.trim(),
      ctx.actor.name,
      ctx.now,
      outcome.version,
    ],
  )
  if (decided.length === 0) throw new AppError('appraisal.appeal_not_found')
  await endDeed(ctx, appraisal, next, {
    deed: 'decide',
    reason: body.reason.trim(),
    says: outcome.says,
    detail: { version: outcome.version },
    set: { version: outcome.version },
  })
}

async function change(
  acting: Acting,
  appraisal: Appraisal,
  body: DecideAppealBody,
): Promise<{ readonly version: number; readonly says: string }> {
  const { ctx } = acting
  const { row } = appraisal
  const verified = withChanges(appraisal, await readVerified(ctx, row), body)
  await changeAdjustments(acting, appraisal, body)
  const { adjustments } = await getAppraisal(ctx, { county: row.county_code, appraisalId: row.appraisal_id })
  const rated = await rateVerified(ctx, { row, verified, adjustments })
  const result = { kind: 'appeal', rated, verified, reason: body.reason.trim() } as const
  const version = await storeResult(ctx, appraisal.row, result)
  return { version, says: `改变结论，第 ${version} 版：${resultWords(rated)}` }
}

async function changeAdjustments(
  acting: Acting,
  appraisal: Appraisal,
  { adjustments = [], reason }: DecideAppealBody,
): Promise<void> {
  for (const { adjustment: id, points } of adjustments) {
    const adjustment = getAdjustment(appraisal, id)
    if (adjustment.state === 'withdrawn')
      throw new AppError('appraisal.adjustment_withdrawn', { title: adjustment.title })
    const isNothing = rational.isZero(fromDecimal(points) ?? rational.ZERO)
    if (!isNothing) await assertPoints(acting, appraisal, adjustment, points)
    if ((adjustment.decided_points ?? '0') === (isNothing ? '0' : points))
      throw new AppError('appraisal.nothing_changed', { item: adjustment.title })
    const decision = isNothing
      ? ({ state: 'refused', points: null } as const)
      : ({ state: 'accepted', points } as const)
    await decideOn(acting, adjustment, { ...decision, reason: reason.trim() })
  }
}

function withChanges(appraisal: Appraisal, before: Verified, { changes }: DecideAppealBody): Verified {
  const verified = new Map<string, GivenRating>(before)
  for (const { item: id, points, level } of changes) {
    const item = getItem(appraisal, id)
    const given = item.levels.length > 0 ? givenOf(null, level ?? null) : givenOf(points ?? null, null)
    const fault = faultOfRating(ratedBy(item), given)
    if (fault !== undefined) throw faultError(item, given, fault)
    if (isSameRating(ratedBy(item), before.get(id) ?? {}, given))
      throw new AppError('appraisal.nothing_changed', { item: item.title })
    verified.set(id, given)
  }
  return verified
}
