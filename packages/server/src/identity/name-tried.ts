import type { Caller } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'

const identifier = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

const statement = `
  select name from identity_people where person_id = $1
  union all select title from organizations_posts where post_id = $1
  union all select p.name || ' ' || o.title from identity_tenures t
    join identity_people p on p.county_code = t.county_code and p.person_id = t.person_id
    join organizations_posts o on o.county_code = t.county_code and o.post_id = t.post_id where t.tenure_id = $1
  union all select o.title from identity_grants g
    join organizations_posts o on o.county_code = g.county_code and o.post_id = g.post_id where g.grant_id = $1
  limit 1`

/** What the log calls the thing that a refused change was about: an id by the name of what it stands for, as far as the caller reaches. */
export async function nameTried(door: Door, caller: Caller, subject: string): Promise<string> {
  if (!identifier.test(subject)) return subject
  const [found] = await door.read(caller, ({ db }) => db.run<{ name: string }>(statement, [subject]))
  return found?.name ?? `不存在或范围以外的对象 #${subject.slice(0, 8)}`
}
