import { isUnitKind, type UnitEntry, unitKindOrder } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

type UnitRow = Omit<UnitEntry, 'kind'> & { readonly kind: string }

const columns = `u.county_code, u.unit_id, u.kind, v.name, v.name_initials as initials, u.code, v.school_type, v.area_code, v.parent_id, v.since,
  u.opened_on, u.closed_on, u.org_path`

const inForce = 'v.since <= $2 and (v.until is null or v.until > $2)'

/** The units of a county as they stood on a day, within the reach of `db`: names and places of that day. */
export async function treeAsOf(db: Queries, county: string, date: string): Promise<readonly UnitEntry[]> {
  const rows = await db.run<UnitRow>(
    `select ${columns} from organizations_unit_versions v
     join organizations_units u on u.county_code = $1 and u.unit_id = v.unit_id
     where v.county_code = $1 and ${inForce}
     order by array_position($3::text[], u.kind), u.unit_id collate "C"`,
    [county, date, unitKindOrder],
  )
  return rows.flatMap(entryOf)
}

/** A unit as it was on a day; undefined when it was not open then, or is out of reach. */
export async function unitAsOf(
  db: Queries,
  county: string,
  unitId: string,
  date: string,
): Promise<UnitEntry | undefined> {
  const rows = await db.run<UnitRow>(
    `select ${columns} from organizations_unit_versions v
     join organizations_units u on u.county_code = $1 and u.unit_id = v.unit_id
     where v.county_code = $1 and ${inForce} and v.unit_id = $3`,
    [county, date, unitId],
  )
  return rows.flatMap(entryOf)[0]
}

/** A row of the tables as it is told; a kind that nobody knows cannot be stored. */
export function entryOf({ kind, ...rest }: UnitRow): readonly UnitEntry[] {
  return isUnitKind(kind) ? [{ ...rest, kind }] : []
}
