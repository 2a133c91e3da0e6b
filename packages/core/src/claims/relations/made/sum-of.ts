import type { Claim } from '../../extract/claim.ts'
import { type Relation, type Tie, totalOf } from '../relation.ts'

/** A total and its parts, which are told in the order of the text. */
export const sumOf = (total: Claim, parts: readonly Claim[], tie: Tie): Relation => ({
  kind: 'sum',
  tie,
  target: total,
  inputs: parts.toSorted((a, b) => a.id - b.id),
  compute: totalOf,
  words: (shown) => shown.join(' + '),
})
