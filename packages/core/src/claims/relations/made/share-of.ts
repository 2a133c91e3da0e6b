import type { Claim } from '../../extract/claim.ts'
import { input, percentOf, type Relation, type Tie } from '../relation.ts'

/** A part of a whole in per cent. */
export const shareOf = (share: Claim, part: Claim, whole: Claim, tie: Tie): Relation => ({
  kind: 'share',
  tie,
  target: share,
  inputs: [part, whole],
  compute: (inputs) => percentOf(input(inputs, 0), input(inputs, 1)),
  words: ([part, whole]) => `${part} ÷ ${whole}`,
})

/** Ranges and 66人以上 divide into nothing. */
export const isLevel = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan' || role === 'line') && token.upTo === undefined && token.qualifier !== 'above'
