import type { Queries } from '../../platform/db/database.ts'

/** Counties, cities and provinces that have a government of their own within reach, by their codes. */
export function listCounties(db: Queries): Promise<{ code: string; name: string }[]> {
  return db.run<{ code: string; name: string }>(
    `select u.county_code as code, v.name from organizations_units u
     join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id and v.until is null
     where u.kind = 'government' order by u.county_code`,
  )
}
