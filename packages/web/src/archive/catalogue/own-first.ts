import type { NeedRow } from '@eduduty/core/archive'

/** What the own unit has to give before what the units below it have to; otherwise as it came. */
export const ownFirst = (needs: readonly NeedRow[], own: string): readonly NeedRow[] =>
  needs.toSorted((one, other) => Number(other.unit_name === own) - Number(one.unit_name === own))
