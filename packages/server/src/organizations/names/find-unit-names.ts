import type { OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

/** Present names of the units that stand exactly at `paths` of one county, as far as `db` reaches. */
export async function findUnitNames(
  db: Queries,
  county: string,
  paths: readonly OrgPath[],
): Promise<ReadonlyMap<OrgPath, string>> {
  if (paths.length === 0) return new Map()
  const units = await db.run<{ org_path: string; name: string }>(
    `select distinct on (u.org_path) u.org_path, v.name
     from organizations_units u
     join organizations_unit_versions v on v.county_code = $1 and v.unit_id = u.unit_id
     where u.county_code = $1 and u.org_path = any($2::text[])
     order by u.org_path, v.since desc`,
    [county, paths],
  )
  return new Map(units.map((unit) => [unit.org_path, unit.name]))
}
