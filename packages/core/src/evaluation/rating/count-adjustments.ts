import { getExact, type Rational, rational } from '../../formula/index.ts'
import type { Adjustment, Rating } from '../../packs/index.ts'
import type { GrantedAdjustment } from './verified-items.ts'

/** One grant, and what of it counts under the limits. */
export interface CountedAdjustment {
  readonly id: string
  readonly rule: Adjustment
  readonly given: Rational
  readonly counted: Rational
}

export interface CountedAdjustments {
  readonly lines: readonly CountedAdjustment[]
  readonly additions: Rational
  readonly deductions: Rational
}

type Limited = Pick<Rating, 'adjustments' | 'addition_limit' | 'deduction_limit'>

/**
 * What grants come to, exactly: each up to the `max` of its kind, those of a kind up to its `limit`, all additions and all
 * deductions up to the rating's own. Limits are used up in the order given; of kinds that the rating has not, nothing counts.
 */
export function countAdjustments(rating: Limited, granted: readonly GrantedAdjustment[]): CountedAdjustments {
  const used = new Map<string, Rational>()
  const usedOf = (slot: string): Rational => used.get(slot) ?? rational.ZERO
  const lines: CountedAdjustment[] = []
  for (const { id, rule: ruleId, points } of granted) {
    const rule = rating.adjustments?.find((one) => one.id === ruleId)
    if (rule === undefined) continue
    const left = [
      getExact(rule.max),
      ...leftOf(rule.limit, usedOf(rule.id)),
      ...leftOf(totalLimit(rating, rule), usedOf(rule.kind)),
    ]
    const counted = left.reduce(rational.min, points)
    for (const slot of [rule.id, rule.kind]) used.set(slot, rational.add(usedOf(slot), counted))
    lines.push({ id, rule, given: points, counted })
  }
  return { lines, additions: usedOf('加分'), deductions: usedOf('扣分') }
}

const totalLimit = (rating: Limited, { kind }: Adjustment): string | undefined =>
  kind === '加分' ? rating.addition_limit : rating.deduction_limit

const leftOf = (limit: string | undefined, used: Rational): readonly Rational[] =>
  limit === undefined ? [] : [rational.sub(getExact(limit), used)]
