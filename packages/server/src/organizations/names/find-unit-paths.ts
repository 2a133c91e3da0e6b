import type { OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'

/** Where the units of a county stand today, by their codes (学校标识码 and the like). */
export async function findUnitPaths(db: Queries, county: string): Promise<ReadonlyMap<string, OrgPath>> {
  const units = await db.kysely
    .selectFrom('organizations_units')
    .select(['code', 'org_path'])
    .where('county_code', '=', county)
    .where('code', '<>', '')
    .execute()
  return new Map(units.map((unit) => [unit.code, unit.org_path]))
}
