import { areaPath, type OrgPath } from '@eduduty/core/organizations'

/**
 * Where rows of a unit stand that is not yet in the tree of units: below its county, by its code. What is no code of a
 * unit (a subject, a project) belongs to the county itself. `county`: six digits.
 */
export function unitPath(county: string, unit: string | undefined): OrgPath {
  const root = areaPath(county)
  if (unit === undefined || unit === county || unit === `${county}000000`) return root
  return /^[0-9A-Z]{1,31}$/.test(unit) ? `${root}S${unit}/` : root
}
