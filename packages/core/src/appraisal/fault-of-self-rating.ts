import { roundText } from '../formula/index.ts'
import {
  faultOfRating,
  type GivenFault,
  type GivenRating,
  isSameRating,
  pointsOf,
  type RatedBy,
} from './given-rating.ts'

export type SelfRatingFault = GivenFault | 'grounds_missing' | 'deviation_unexplained'

export interface GroundedRating extends GivenRating {
  readonly grounds: string
  readonly deviationReason: string
}

/** What is wrong with a self-rating: it needs written grounds, and a reason where it is not what was computed. */
export function faultOfSelfRating(
  item: RatedBy,
  computed: GivenRating,
  self: GroundedRating,
): SelfRatingFault | undefined {
  const fault = faultOfRating(item, self)
  if (fault !== undefined) return fault
  if (self.grounds.trim() === '') return 'grounds_missing'
  const isComputed = computed.level !== undefined || computed.points !== undefined
  const deviates = isComputed && !isAsComputed(item, computed, self)
  return deviates && self.deviationReason.trim() === '' ? 'deviation_unexplained' : undefined
}

/** Decimals that points can be typed with. */
const TYPED_DECIMALS = 4

/** A computed third of a point cannot be typed: what is nearest to it is meant to be the same. */
function isAsComputed(item: RatedBy, computed: GivenRating, self: GivenRating): boolean {
  if (isSameRating(item, computed, self)) return true
  const points = pointsOf(computed.points ?? '')
  if (item.levels.length > 0 || points === undefined) return false
  return isSameRating(item, { points: roundText(points, TYPED_DECIMALS, 'half_up') }, self)
}
