import { type Rational, rational, toJson } from '../formula/index.ts'
import { type GivenRating, isSameRating, pointsOf, type RatedBy, shareOf } from './given-rating.ts'

/** Ratings of one item by seat; absent: not handed in. */
export interface ItemOpinions {
  readonly first?: GivenRating | undefined
  readonly second?: GivenRating | undefined
  readonly arbiter?: GivenRating | undefined
}

/**
 * `open`: not both in. `agreed`: both say the same, or differ by no more than allowed, then the mean counts. `differs`: a
 * third has to say. `settled`: the third has said, and that counts.
 */
export type Settlement =
  | { readonly state: 'open' | 'differs'; readonly verified?: undefined }
  | { readonly state: 'agreed' | 'settled'; readonly verified: GivenRating }

/** What two raters and perhaps a third make of an item. `tolerance`: allowed difference as a share of full points. */
export function settleItem(item: RatedBy, opinions: ItemOpinions, tolerance: Rational): Settlement {
  const { first, second, arbiter } = opinions
  if (first === undefined || second === undefined) return { state: 'open' }
  if (isSameRating(item, first, second)) return { state: 'agreed', verified: first }
  if (arbiter !== undefined) return { state: 'settled', verified: arbiter }
  const mean = item.levels.length > 0 ? undefined : meanWithin(item, first, second, tolerance)
  return mean === undefined ? { state: 'differs' } : { state: 'agreed', verified: { points: mean } }
}

/** Levels one apart have no middle: only points are averaged. */
function meanWithin(item: RatedBy, first: GivenRating, second: GivenRating, tolerance: Rational): string | undefined {
  const [a, b] = [shareOf(item, first), shareOf(item, second)]
  const [p, q] = [pointsOf(first.points ?? ''), pointsOf(second.points ?? '')]
  if (a === undefined || b === undefined || p === undefined || q === undefined) return undefined
  if (rational.compare(rational.abs(rational.sub(a, b)), tolerance) > 0) return undefined
  const mean = rational.div(rational.add(p, q), rational.fromInteger(2))
  return mean === undefined ? undefined : toJson(mean)
}
