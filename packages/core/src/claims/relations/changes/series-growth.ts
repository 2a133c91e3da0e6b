import type { Claim } from '../../extract/claim.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { growthOf } from '../made/growth-rate.ts'
import type { Question } from '../relation.ts'

/** 分别投入486万元、527万元、613万元，同比分别增长8.44%、16.32%: each rate is of a number and the one before. */
export function seriesGrowth(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (first.role !== 'rate' || !/分别/.test(first.before)) return []
    const rates = runOf(
      claims.slice(at),
      (one) => one.token.unit.dimension === 'percent' && one.sentence === first.sentence,
    )
    const levels = runOf(claims.slice(0, at).toReversed(), (one) => isSeries(one, claims[at - 1])).toReversed()
    const steps = levels.slice(-rates.length - 1)
    if (rates.length < 2 || steps.length !== rates.length + 1) return []
    return rates.flatMap((rate, order) => {
      const [base, now] = [steps[order], steps[order + 1]]
      const own = { ...rate, sign: first.sign }
      return base && now ? [{ readings: [{ ...growthOf(own, now, base, 'stated'), target: rate }] }] : []
    })
  })
}

const isSeries = (one: Claim, last: Claim | undefined): boolean =>
  last !== undefined &&
  one.sentence === last.sentence &&
  (one.role === 'level' || one.role === 'share' || one.role === 'each') &&
  isSameUnit(one.token.unit, last.token.unit)

function runOf(claims: readonly Claim[], holds: (claim: Claim) => boolean): readonly Claim[] {
  const end = claims.findIndex((one) => !holds(one))
  return end < 0 ? claims : claims.slice(0, end)
}
