import type { NeedRow } from '@eduduty/core/archive'

/** Needs that were in the list before keep their places, whatever became of them; new ones come after. */
export function keepPlaces(before: readonly string[], needs: readonly NeedRow[]): readonly NeedRow[] {
  const places = new Map(before.map((need, at) => [need, at]))
  const placeOf = ({ need }: NeedRow): number => places.get(need) ?? before.length
  return needs.toSorted((one, other) => placeOf(one) - placeOf(other))
}
