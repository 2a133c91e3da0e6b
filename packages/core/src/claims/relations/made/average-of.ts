import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { input, type Relation, type Tie } from '../relation.ts'

/** What there is to each of so many: the one divided by the other, in the unit of the average. */
export const averageOf = (each: Claim, over: Claim, under: Claim, tie: Tie): Relation => ({
  kind: 'each',
  tie,
  target: each,
  inputs: [over, under],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([over, under]) => `${over} ÷ ${under}`,
})
