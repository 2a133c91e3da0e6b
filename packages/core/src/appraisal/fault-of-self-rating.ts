import { faultOfRating, type GivenFault, type GivenRating, isSameRating, type RatedBy } from './given-rating.ts'

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
  const deviates = isComputed && !isSameRating(item, computed, self)
  return deviates && self.deviationReason.trim() === '' ? 'deviation_unexplained' : undefined
}
