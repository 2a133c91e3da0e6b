import { type Bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { input, NOTHING, type Relation, type Tie } from '../relation.ts'

/** So many, so much to each: a rate that is set is no average, and what it comes to is exact but for its own rounding. */
export const productOf = (total: Claim, count: Claim, rate: Claim, tie: Tie): Relation => ({
  kind: 'each',
  tie,
  target: total,
  inputs: [count, rate],
  compute: (inputs) => times(middleOf(input(inputs, 0)), middleOf(input(inputs, 1))),
  words: ([count, rate]) => `${count} × ${rate}`,
})

/** The middle of what rounding leaves open is what is printed. */
export function middleOf({ low, high }: Bounds): Bounds {
  if (low === undefined || high === undefined) return NOTHING
  const middle = rational.mul(rational.add(low, high), rational.HALF)
  return { low: middle, high: middle }
}

const times = (a: Bounds, b: Bounds): Bounds => {
  if (a.low === undefined || b.low === undefined) return NOTHING
  const product = rational.mul(a.low, b.low)
  return { low: product, high: product }
}
