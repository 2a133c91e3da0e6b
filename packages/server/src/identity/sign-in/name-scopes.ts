import { countyOf, type OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

interface Named {
  readonly path: string
  readonly name: string
}

/** Names of parts of the tree on a day: of the unit, or of the area. The caller must reach them. */
export async function nameScopes(
  db: Queries,
  day: string,
  paths: readonly OrgPath[],
): Promise<ReadonlyMap<OrgPath, string>> {
  const wanted = paths.map((path) => ({ path, county: countyOf(path), code: `${countyOf(path)}000000` }))
  const units = await db.run<Named>(
    `select u.org_path as path, v.name
     from organizations_units u
     join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id
       and v.since <= $1 and (v.until is null or $1 < v.until)
     where u.county_code = any ($2) and u.org_path = any ($3)`,
    [day, wanted.map((one) => one.county), paths],
  )
  const areas = await db.run<{ code: string; name: string }>(
    `select code, name from organizations_areas
     where code = any ($2) and since <= $1 and (until is null or $1 < until)`,
    [day, wanted.map((one) => one.code)],
  )
  const unitNames = new Map(units.map((unit) => [unit.path, unit.name]))
  const areaNames = new Map(areas.map((area) => [area.code, area.name]))
  return new Map(wanted.map(({ path, code }) => [path, unitNames.get(path) ?? areaNames.get(code) ?? path]))
}
