import type { OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

/** Where the units of a county stand today, by their codes as data name them: one that has no official code by its id. */
export async function findCodedPaths(db: Queries, county: string): Promise<ReadonlyMap<string, OrgPath>> {
  const units = await db.kysely
    .selectFrom('organizations_units')
    .select(['code', 'unit_id', 'org_path'])
    .where('county_code', '=', county)
    .execute()
  return new Map(units.map((unit) => [unit.code === '' ? unit.unit_id : unit.code, unit.org_path]))
}
