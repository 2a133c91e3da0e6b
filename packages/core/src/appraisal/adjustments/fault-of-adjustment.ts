import { fromDecimal, getExact, rational } from '../../formula/index.ts'
import type { Adjustment } from '../../packs/index.ts'

/** Each has its sentence in the error table as `appraisal.<code>`. */
export type AdjustmentFault = 'adjustment_unknown' | 'adjustment_out_of_range' | 'deduction_by_unit'

export interface AskedAdjustment {
  readonly rule: string
  readonly points: string
  readonly side: 'unit' | 'office'
}

/** What is wrong with a 加分 or 扣分 that somebody proposes; undefined when it can be kept. A unit deducts nothing from itself. */
export function faultOfAdjustment(kinds: readonly Adjustment[], asked: AskedAdjustment): AdjustmentFault | undefined {
  const rule = kinds.find(({ id }) => id === asked.rule)
  if (rule === undefined) return 'adjustment_unknown'
  if (rule.kind === '扣分' && asked.side === 'unit') return 'deduction_by_unit'
  return isWithin(rule, asked.points) ? undefined : 'adjustment_out_of_range'
}

/** More than nothing, and no more than the kind allows for one grounds. */
export function isWithin({ max }: Pick<Adjustment, 'max'>, text: string): boolean {
  const points = fromDecimal(text)
  return points !== undefined && rational.sign(points) > 0 && rational.compare(points, getExact(max)) <= 0
}

/** Each has its sentence in the error table as `appraisal.<code>`. */
export type SettlementRefusal = 'adjustment_decided' | 'own_adjustment'

/** Why somebody may not decide a 加分 or 扣分: it is decided, or they proposed it themselves. */
export function refusalOfSettlement(
  adjustment: { readonly state: string; readonly proposedBy: string },
  person: string,
): SettlementRefusal | undefined {
  if (adjustment.state !== 'proposed') return 'adjustment_decided'
  return adjustment.proposedBy === person ? 'own_adjustment' : undefined
}

/** Each has its sentence in the error table as `appraisal.<code>`. */
export type WithdrawalRefusal = 'adjustment_decided' | 'not_own_adjustment'

/** Why somebody may not take a 加分 or 扣分 back: it is not theirs, or no longer open. */
export function refusalOfWithdrawal(
  adjustment: { readonly state: string; readonly proposedBy: string },
  person: string,
): WithdrawalRefusal | undefined {
  if (adjustment.proposedBy !== person) return 'not_own_adjustment'
  return adjustment.state === 'proposed' ? undefined : 'adjustment_decided'
}
