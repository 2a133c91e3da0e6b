import { isAdjustmentWithin, refusalOfSettlement, type SettleAdjustmentBody } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AdjustmentRow, AppraisalKey } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { findRating, kindsOf } from './adjustment-rules.ts'

/**
 * Grants or refuses a 加分 or 扣分; not by whoever proposed it. Errors: `appraisal.adjustment_not_found`,
 * `appraisal.adjustment_decided`, `appraisal.own_adjustment`, `appraisal.adjustment_out_of_range`, the refusals.
 */
export async function settleAdjustment(
  acting: Acting,
  key: AppraisalKey,
  id: string,
  body: SettleAdjustmentBody,
): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'settle')
  const adjustment = getAdjustment(appraisal, id)
  const refusal = refusalOfSettlement({ state: adjustment.state, proposedBy: adjustment.proposer_id }, ctx.actor.id)
  if (refusal !== undefined)
    throw new AppError(`appraisal.${refusal}`, { title: adjustment.title, by: adjustment.decided_by ?? '' })
  const points = body.accepts ? (body.points ?? adjustment.points) : null
  if (points !== null) await assertPoints(acting, appraisal, adjustment, points)
  const state = points === null ? 'refused' : 'accepted'
  await decideOn(acting, adjustment, { state, points, reason: body.reason.trim() })
  await endDeed(ctx, appraisal, next, {
    deed: 'settle',
    reason: body.reason.trim(),
    says: `${adjustment.kind}“${adjustment.title}”：${points === null ? '不认可' : `认可 ${points} 分`}`,
    detail: { kind: adjustment.kind, title: adjustment.title, points: points ?? '0' },
  })
}

/** Errors: `appraisal.adjustment_not_found`. */
export function getAdjustment({ row, adjustments }: Appraisal, id: string): AdjustmentRow {
  const found = adjustments.find(({ adjustment_id: one }) => one === id)
  if (found === undefined) throw new AppError('appraisal.adjustment_not_found', { unit: row.subject_name })
  return found
}

/** Errors: `appraisal.adjustment_out_of_range`. */
export async function assertPoints(
  { ctx }: Acting,
  { row }: Appraisal,
  { rule_id: ruleId, title }: AdjustmentRow,
  points: string,
): Promise<void> {
  const rule = kindsOf(await findRating(ctx, row)).find(({ id }) => id === ruleId)
  if (rule === undefined || !isAdjustmentWithin(rule, points))
    throw new AppError('appraisal.adjustment_out_of_range', { title, points, max: rule?.max ?? '' })
}

interface Decision {
  readonly state: 'accepted' | 'refused' | 'withdrawn'
  /** Null: not granted. */
  readonly points: string | null
  readonly reason: string
}

/** Keeps what became of it, and by whom. */
export async function decideOn(
  { ctx }: Acting,
  row: AdjustmentRow,
  { state, points, reason }: Decision,
): Promise<void> {
  await ctx.db.kysely
    .updateTable('appraisal_adjustments')
    .set({
      state,
      decided_points: points,
      decision: reason,
      decided_by: ctx.actor.name,
      decider_id: ctx.actor.id,
      decided_at: ctx.now,
    })
    .where('county_code', '=', row.county_code)
    .where('appraisal_id', '=', row.appraisal_id)
    .where('adjustment_id', '=', row.adjustment_id)
    .execute()
}
