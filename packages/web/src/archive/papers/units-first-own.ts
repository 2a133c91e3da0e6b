import type { UnitEntry } from '@eduduty/core/organizations'

/** Units that are still there; the person's own before all others. */
export const unitsFirstOwn = (units: readonly UnitEntry[], own: string): readonly UnitEntry[] =>
  units
    .filter(({ closed_on: closed }) => closed === null)
    .toSorted((one, other) => Number(other.name === own) - Number(one.name === own))
