import { dayOf, type SessionEntry, type SessionList } from '@eduduty/core/identity'
import { lastsOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { readSettings } from '../settings/read-settings.ts'

const shown = 500

type Row = Omit<SessionEntry, 'current'> & { readonly total: number | bigint }

const statement = `
  select s.session_hash as session, s.county_code, s.person_id, s.started_at, s.seen_at, s.address, s.browser,
    p.name, a.login_name, coalesce(v.name, p.unit_id) as unit_name, count(*) over () as total
  from identity_sessions s
  join identity_people p on p.county_code = s.county_code and p.person_id = s.person_id
  join identity_accounts a on a.county_code = s.county_code and a.person_id = s.person_id
  left join organizations_unit_versions v on v.county_code = s.county_code and v.unit_id = p.unit_id
    and ${lastsOn('v', '$2')}
  where ($1::text[] is null or s.county_code = any ($1)) and s.ended_at is null
    and s.seen_at > $3 and s.started_at > $4
  order by s.seen_at desc, s.session_hash
  limit ${shown}`

/** Sessions that last, of people within the caller's reach, the most recently active first. */
export async function listSessions(ctx: Ctx, own: string): Promise<SessionList> {
  const { db, now, scopes } = ctx
  const { idle_minutes, absolute_hours } = await readSettings(db)
  const rows = await db.run<Row>(statement, [
    countiesIn(scopes),
    dayOf(now),
    new Date(now.getTime() - idle_minutes * 60_000),
    new Date(now.getTime() - absolute_hours * 3_600_000),
  ])
  return {
    rows: rows.map(({ total: _, ...row }) => ({ ...row, current: row.session === own })),
    total: Number(rows[0]?.total ?? 0),
  }
}
