import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { difference, input, type Relation, type Tie } from '../relation.ts'

/** By how much one number exceeds another: in points where it is told in points, else as a change. */
export const differenceOf = (by: Claim, large: Claim, small: Claim, tie: Tie): Relation => ({
  kind: by.role === 'points' ? 'points' : 'growth',
  tie,
  target: by,
  inputs: [large, small],
  compute: (inputs) => difference(input(inputs, 0), input(inputs, 1)),
  words: ([large, small]) => `${large} − ${small}`,
})

/** By how much two numbers differ, whichever is the larger. */
export const distanceOf = (by: Claim, a: Claim, b: Claim, tie: Tie): Relation =>
  rational.compare(a.value, b.value) > 0 ? differenceOf(by, a, b, tie) : differenceOf(by, b, a, tie)
