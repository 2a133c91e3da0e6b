import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'

const latestName = (county: string, unit: string): string =>
  `(select name from organizations_unit_versions where county_code = ${county} and unit_id = ${unit} order by since desc limit 1)`

/** What the log calls the unit that a refused change was about: its name, as far as the caller reaches. */
export async function nameTried(door: Door, caller: Caller, county: string, unit: string): Promise<string> {
  const [found] = await door.read(caller, ({ db }) =>
    db.run<{ name: string | null }>(`select ${latestName('$1', '$2')} as name`, [county, unit]),
  )
  return found?.name ?? `不存在或范围以外的单位 #${unit.slice(0, 8)}`
}

/** What the log calls the post that a refused change was about: its unit and title, as far as the caller reaches. */
export async function namePostTried(door: Door, caller: Caller, county: string, post: string): Promise<string> {
  const [found] = await door.read(caller, ({ db }) =>
    db.run<{ title: string; unit: string | null }>(
      `select o.title, ${latestName('o.county_code', 'o.unit_id')} as unit from organizations_posts o
       where o.county_code = $1 and o.post_id = $2`,
      [county, post],
    ),
  )
  return found === undefined
    ? `不存在或范围以外的岗位 #${post.slice(0, 8)}`
    : `${found.unit ?? ''} ${found.title}`.trim()
}
