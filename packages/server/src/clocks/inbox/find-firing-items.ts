import { dayOf } from '@eduduty/core/calendar'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { lastsOn } from '../../organizations/index.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { askedKey } from '../sweep/escalate-now.ts'
import { subjectOf } from './subject-of.ts'

/** What was told longer ago is history. */
const TOLD_DAYS = 90

interface FiringLine {
  readonly county_code: string
  readonly clock_id: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly firing_key: string
  readonly kind: string
  readonly due_on: string
  readonly title: string
  readonly post: string
  readonly fired_at: string
  readonly unit_name: string
  /** Why and when the time limit no longer runs; null: it does. */
  readonly stopped_because: string | null
  readonly stopped_on: string | null
}

const kinds: Readonly<Record<string, string>> = { remind: '到期提醒', overdue: '逾期', escalate: '逾期上报' }

/** A post by a name that the unit does not have would be told to nobody: then all of its people are. */
const nobodyHolds = `not exists (select from organizations_posts p where p.county_code = f.county_code
  and p.org_path = f.org_path and p.title = f.post and p.closed_on is null)`

/**
 * What time limits have told the units of somebody's posts, of each the last word; what is told to a post is for whoever
 * holds it.
 */
export async function findFiringItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('clocks.read')
  if (caller === undefined || part !== 'copied') return []
  const posts = [...new Set(own.grants.map(({ post }) => post))]
  const rows = await own.door.read(caller, ({ db, now }) =>
    db.run<FiringLine>(
      `select * from (
         select distinct on (f.county_code, f.clock_id) f.county_code, f.clock_id, f.firing_key, f.kind, f.due_on,
           f.title, f.post, f.fired_at, f.subject_kind, f.subject_id, coalesce(v.name, '') as unit_name,
           s.reason as stopped_because, s.on_day as stopped_on
         from clocks_firings f
         join clocks_clocks c on c.county_code = f.county_code and c.clock_id = f.clock_id
         left join lateral (select e.reason, e.on_day from clocks_events e
           where c.state = 'stopped' and e.county_code = c.county_code and e.clock_id = c.clock_id and e.type = 'stop'
           order by e.event_no desc limit 1) s on true
         left join organizations_units u on u.county_code = c.county_code and u.org_path = c.org_path
         left join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id
           and ${lastsOn('v', '$4::date')}
         where ($5::text[] is null or f.county_code = any($5::text[])) and f.org_path = any($1::text[]) and (f.post = '' or f.post = any($2::text[]) or ${nobodyHolds})
           and f.fired_at > $3::timestamptz - interval '${TOLD_DAYS} days'
         order by f.county_code, f.clock_id, f.on_day desc, f.fired_at desc) as latest
       order by fired_at desc limit ${inboxMost}`,
      [own.units, posts, now, dayOf(now), countiesIn(own.units)],
    ),
  )
  return rows.map((row) => ({
    key: `firing:${row.clock_id}:${row.firing_key}`,
    subject: subjectOf(row),
    county: row.county_code,
    id: subjectOf(row) === 'reminder' ? row.clock_id : row.subject_id,
    deed: row.firing_key.includes(askedKey) ? '再次督办' : (kinds[row.kind] ?? row.kind),
    title: row.title,
    unit_name: row.unit_name,
    ...standingOf(row),
    at: row.fired_at,
    may_accept: false,
    may_see: true,
  }))
}

/** A time limit that has ended urges nobody any more: what was told of it says why, and when. */
function standingOf(row: FiringLine): Pick<InboxItem, 'says' | 'due_on' | 'is_over'> {
  const { stopped_because: because, stopped_on: on } = row
  if (on !== null) return { says: `${on} ${because === '' ? '时限已停' : because}，不用再办`, is_over: true }
  return { says: row.post === '' ? '' : `告知${row.post}`, due_on: row.due_on }
}
