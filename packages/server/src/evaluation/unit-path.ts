import { areaPath, type OrgPath } from '@eduduty/core/organizations'

/** Gives the place in the tree of a unit's code; without a unit, of the county itself. */
export type UnitPath = (unit: string | undefined) => OrgPath

/**
 * Units that are not yet in the tree stand below the county, by their code. What is no code of a unit (a subject, a
 * project) belongs to the county itself. `county`: six digits; `known`: path by code.
 */
export function unitPathIn(county: string, known: ReadonlyMap<string, OrgPath>): UnitPath {
  const root = areaPath(county)
  return (unit) => {
    if (unit === undefined || unit === county || unit === `${county}000000`) return root
    return known.get(unit) ?? (/^[0-9A-Z]{1,31}$/.test(unit) ? `${root}S${unit}/` : root)
  }
}
