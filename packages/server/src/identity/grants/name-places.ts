import { areaPath, countyOf, type OrgPath } from '@eduduty/core/organizations'
import { lastsOn } from '../../organizations/index.ts'
import type { Queries } from '../../platform/db/database.ts'

interface Named {
  readonly path: string
  readonly name: string
}

/** Names of places in the tree on a day, as far as `db` reaches: of the area, else of the unit, else the path itself. */
export async function namePlaces(
  db: Queries,
  day: string,
  paths: readonly OrgPath[],
): Promise<ReadonlyMap<OrgPath, string>> {
  const units = await db.run<Named>(
    `select u.org_path as path, v.name
     from organizations_units u
     join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id
       and ${lastsOn('v', '$1')}
     where u.county_code = any ($2) and u.org_path = any ($3)`,
    [day, paths.map(countyOf), paths],
  )
  const areas = await db.run<{ code: string; name: string }>(
    `select left(a.code, 6) as code, a.name from organizations_areas a
     where a.code = any ($2) and ${lastsOn('a', '$1')}`,
    [day, paths.map((path) => `${countyOf(path)}000000`)],
  )
  const names = [...units, ...areas.map(({ code, name }) => ({ path: areaPath(code), name }))]
  const byPath = new Map(names.map(({ path, name }) => [path, name]))
  return new Map(paths.map((path) => [path, byPath.get(path) ?? path]))
}
