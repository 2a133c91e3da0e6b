import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { type Relation, type Tie, totalOf } from '../relation.ts'

/** Shares that leave nothing over: the first is what the others leave of 100. `hundred`: as it is printed, 100% or 100. */
export const wholeOf = (first: Claim, others: readonly Claim[], tie: Tie, hundred: string): Relation => ({
  kind: 'whole',
  tie,
  target: first,
  inputs: others,
  compute: (inputs) => {
    const rest = totalOf(inputs)
    return {
      low: rest.high && rational.sub(rational.HUNDRED, rest.high),
      high: rest.low && rational.sub(rational.HUNDRED, rest.low),
    }
  },
  words: (shown) => `${hundred} − ${shown.join(' − ')}`,
})
