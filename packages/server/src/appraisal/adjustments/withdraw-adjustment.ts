import { refusalOfWithdrawal, type WithdrawAdjustmentBody } from '@eduduty/core/appraisal'
import { AppError } from '../../platform/errors/app-error.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { decideOn, getAdjustment } from './settle-adjustment.ts'

/**
 * Takes back a 加分 or 扣分 that nobody has decided yet; only whoever proposed it. It stays to be seen as withdrawn. Errors:
 * `appraisal.adjustment_not_found`, `appraisal.adjustment_decided`, `appraisal.not_own_adjustment`, the refusals.
 */
export async function withdrawAdjustment(
  acting: Acting,
  key: AppraisalKey,
  { id, side }: { readonly id: string; readonly side: 'unit' | 'office' },
  body: WithdrawAdjustmentBody,
): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'retract')
  const row = getAdjustment(appraisal, id)
  if (row.side !== side) throw new AppError('appraisal.adjustment_not_found', { unit: appraisal.row.subject_name })
  const refusal = refusalOfWithdrawal({ state: row.state, proposedBy: row.proposer_id }, ctx.actor.id)
  if (refusal !== undefined) {
    // The unit is not told who of the office decides.
    const by = side === 'unit' ? '组织评议的单位' : (row.decided_by ?? '')
    throw new AppError(`appraisal.${refusal}`, { title: row.title, by })
  }
  const reason = body.reason.trim()
  await decideOn(acting, row, { state: 'withdrawn', points: null, reason })
  await endDeed(ctx, appraisal, next, {
    deed: 'retract',
    reason,
    says: `${row.kind}“${row.title}”：撤回`,
    detail: { kind: row.kind, title: row.title, points: row.points },
  })
}
