import { isUnitKind, type UnitEntry, type UnitKind, unitKindOrder } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'
import { lastsOn } from '../names/on-day.ts'

/** A row of the tables before its kind is known to be one. */
export type UnitRow = Omit<UnitEntry, 'kind'> & { readonly kind: string }

/** The units of a county as they stood on a day, within the reach of `db`: names and places of that day. */
export async function treeAsOf(db: Queries, county: string, date: string): Promise<readonly UnitEntry[]> {
  const versions = await versionsAsOf(db, county, date, undefined)
  const units = await db.run<UnitPart>(
    'select unit_id, kind, code, opened_on, closed_on, org_path from organizations_units where county_code = $1',
    [county],
  )
  return joined(county, versions, units)
}

/** A unit as it was on a day; undefined when it was not open then, or is out of reach. */
export async function unitAsOf(
  db: Queries,
  county: string,
  unitId: string,
  date: string,
): Promise<UnitEntry | undefined> {
  const versions = await versionsAsOf(db, county, date, unitId)
  const units = await db.run<UnitPart>(
    `select unit_id, kind, code, opened_on, closed_on, org_path from organizations_units
     where county_code = $1 and unit_id = $2`,
    [county, unitId],
  )
  return joined(county, versions, units)[0]
}

type VersionPart = Pick<
  UnitEntry,
  'unit_id' | 'name' | 'initials' | 'school_type' | 'area_code' | 'parent_id' | 'since'
>
type UnitPart = Pick<UnitRow, 'unit_id' | 'kind' | 'code' | 'opened_on' | 'closed_on' | 'org_path'>

/** Two plain scans joined here: after an import, and before statistics are renewed, the engine would join row by row. */
function versionsAsOf(
  db: Queries,
  county: string,
  date: string,
  unitId: string | undefined,
): Promise<readonly VersionPart[]> {
  return db.run<VersionPart>(
    `select v.unit_id, v.name, v.name_initials as initials, v.school_type, v.area_code, v.parent_id, v.since
     from organizations_unit_versions v
     where v.county_code = $1 and ${lastsOn('v', '$2')} and v.unit_id = coalesce($3, v.unit_id)`,
    [county, date, unitId ?? null],
  )
}

function joined(county: string, versions: readonly VersionPart[], units: readonly UnitPart[]): readonly UnitEntry[] {
  const known = new Map(units.map((unit) => [unit.unit_id, unit]))
  const entries = versions.flatMap((version): readonly UnitEntry[] => {
    const unit = known.get(version.unit_id)
    return unit === undefined ? [] : entryOf({ county_code: county, ...version, ...unit })
  })
  return entries.toSorted(byKindAndId)
}

const rank = (kind: UnitKind): number => unitKindOrder.indexOf(kind)

function byKindAndId(one: UnitEntry, other: UnitEntry): number {
  return rank(one.kind) - rank(other.kind) || (one.unit_id < other.unit_id ? -1 : 1)
}

/** A row as it is told; a kind that nobody knows cannot be stored. */
export function entryOf({ kind, ...rest }: UnitRow): readonly UnitEntry[] {
  return isUnitKind(kind) ? [{ ...rest, kind }] : []
}
