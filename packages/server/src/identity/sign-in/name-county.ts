import { type Origin, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'

/** The name of the one county that the installation is for; undefined where there are several or none yet. */
export async function nameCounty(door: Door, origin: Origin): Promise<string | undefined> {
  const rows = await door.read(systemCaller('显示县名', { origin }), ({ db }) =>
    db.run<{ name: string }>(
      `select v.name from organizations_units u
       join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id and v.until is null
       where u.kind = 'government' and u.closed_on is null and u.county_code not like '%00' limit 2`,
    ),
  )
  const [only, another] = rows
  return another === undefined ? only?.name.replace(/人民政府$/, '') : undefined
}
