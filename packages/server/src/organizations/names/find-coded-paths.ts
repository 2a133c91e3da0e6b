import { type CodedUnit, codesOfUnit, type OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

interface Placed extends CodedUnit {
  readonly org_path: OrgPath
}

/**
 * Where the units of a county stand today, by their codes as data name them. An official code goes before what another unit
 * is called in its place; of units of one name, the one that is open.
 */
export async function findCodedPaths(db: Queries, county: string): Promise<ReadonlyMap<string, OrgPath>> {
  const units = await db.run<Placed>(
    `select * from (
       select distinct on (u.unit_id) u.unit_id, u.kind, u.code, u.org_path, u.closed_on, v.area_code
       from organizations_units u
       left join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id
       where u.county_code = $1 order by u.unit_id, v.since desc) newest
     order by closed_on is null, unit_id`,
    [county],
  )
  const others = units.flatMap((unit) => codesOfUnit(unit).map((code) => [code, unit.org_path] as const))
  const official = units.flatMap(({ code, org_path: path }) => (code === '' ? [] : [[code, path] as const]))
  return new Map([...others, ...official])
}
