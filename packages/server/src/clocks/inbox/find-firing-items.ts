import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'

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
}

const kinds: Readonly<Record<string, string>> = { remind: '到期提醒', overdue: '逾期', escalate: '逾期上报' }

/** A post by a name that the unit does not have would be told to nobody: then all of its people are. */
const nobodyHolds = `not exists (select from organizations_posts p where p.county_code = f.county_code
  and p.org_path = f.org_path and p.title = f.post and p.closed_on is null)`

/** What time limits have told the units of somebody's posts; what is told to a post is for whoever holds it. */
export async function findFiringItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('clocks.read')
  if (caller === undefined || part !== 'copied') return []
  const posts = [...new Set(own.grants.map(({ post }) => post))]
  const rows = await own.door.read(caller, ({ db, now }) =>
    db.run<FiringLine>(
      `select f.county_code, f.clock_id, f.firing_key, f.kind, f.due_on, f.title, f.post, f.fired_at, f.subject_kind,
         f.subject_id
       from clocks_firings f
       where f.org_path = any($1::text[]) and (f.post = '' or f.post = any($2::text[]) or ${nobodyHolds})
         and f.fired_at > $3::timestamptz - interval '${TOLD_DAYS} days'
       order by f.fired_at desc limit ${inboxMost}`,
      [own.units, posts, now],
    ),
  )
  return rows.map((row) => ({
    ...{
      key: `firing:${row.clock_id}:${row.firing_key}`,
      subject: isOfTask(row) ? 'task' : 'reminder',
      county: row.county_code,
    },
    ...{
      id: isOfTask(row) ? row.subject_id : row.clock_id,
      deed: kinds[row.kind] ?? row.kind,
      title: row.title,
      unit_name: '',
    },
    ...{ says: row.post === '' ? '' : `告知${row.post}`, at: row.fired_at, due_on: row.due_on },
    ...{ may_accept: false, may_see: true },
  }))
}

const isOfTask = ({ subject_kind: kind }: FiringLine): boolean => kind === 'duties.task'
