import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'

/** What the log calls the unit that a refused change was about: its name, as far as the caller reaches. */
export async function nameTried(door: Door, caller: Caller, county: string, unit: string): Promise<string> {
  const [found] = await door.read(caller, ({ db }) =>
    db.run<{ name: string }>(
      `select name from organizations_unit_versions where county_code = $1 and unit_id = $2 order by since desc limit 1`,
      [county, unit],
    ),
  )
  return found?.name ?? `不存在或范围以外的单位 #${unit.slice(0, 8)}`
}
