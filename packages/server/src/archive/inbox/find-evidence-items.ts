import {
  type ArchiveDeed,
  archiveDeedTitles,
  type NeedShape,
  needStateTitles,
  openNeedStates,
  stateOfShape,
} from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { shapeColumns } from '../needs/need-shape.ts'

/**
 * Evidence of the inbox: materials that one's units were asked for, papers that wait to be read, what one found weak and nobody
 * has replaced, what one has done.
 */
export async function findEvidenceItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = own.as('archive.read')
  if (caller === undefined || part === 'copied') return []
  return own.door.read(caller, async (ctx) =>
    part === 'done'
      ? findDone(ctx, own.actor.id)
      : part === 'begun'
        ? findWeak(ctx, own.actor.id)
        : [...(await findAsked(ctx, own)), ...(await findUnread(ctx, scopesFor(own.grants, 'archive.review')))],
  )
}

interface AskedRow extends NeedShape {
  readonly county_code: string
  readonly catalogue_id: string
  readonly need_id: string
  readonly file_no: string
  readonly title: string
  readonly unit_name: string
  readonly requested_due: string
  readonly requested_at: string
}

const plain = { subject: 'evidence', may_accept: false, may_see: false } as const

async function findAsked({ db, now }: Ctx, { units, grants }: OwnAffairs): Promise<InboxItem[]> {
  const rows = await db.run<AskedRow>(
    `select n.county_code, n.catalogue_id, n.need_id, n.file_no, n.title, n.unit_name, n.requested_due, n.requested_at,
       ${shapeColumns('$2')}
     from archive_needs n
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id and c.is_open
     left join archive_links l on l.county_code = n.county_code and l.need_id = n.need_id
     where n.org_path = any($1::text[]) and n.requested_due is not null and n.is_asked
     group by n.county_code, n.need_id order by n.requested_due, n.place`,
    [[...new Set([...units, ...scopesFor(grants, 'archive.provide')])], dayOf(now)],
  )
  const items = rows.flatMap((row) => {
    const state = stateOfShape(row)
    // A paper that was sent back is to be replaced, even while another one waits to be read.
    if (!openNeedStates.has(state) || (state === 'unread' && !row.insufficient)) return []
    return [
      {
        ...plain,
        key: `evidence:${row.need_id}`,
        county: row.county_code,
        id: `${row.catalogue_id}/${row.need_id}`,
        deed: '补交材料',
        title: `${row.file_no}《${row.title}》`,
        unit_name: row.unit_name,
        says: needStateTitles[state === 'unread' ? 'weak' : state],
        at: row.requested_at,
        due_on: row.requested_due,
      },
    ]
  })
  return items.slice(0, inboxMost)
}

/** Paths of counties: their own office reads what it has provided itself, for nobody in the county is above it. */
const wholeCounty = '^[0-9]{2}/[0-9]{4}/[0-9]{6}/$'

interface UnreadRow {
  readonly county_code: string
  readonly catalogue_id: string
  readonly title: string
  readonly papers: number
  readonly since: string
}

/** One line for each catalogue: papers are read one after the other there. Nobody reads what they have uploaded themselves. */
async function findUnread({ db, actor }: Ctx, scopes: readonly string[]): Promise<InboxItem[]> {
  const rows = await db.run<UnreadRow>(
    `select c.county_code, c.catalogue_id, c.title, count(*)::int as papers, min(l.linked_at) as since
     from archive_links l
     join archive_needs n on n.county_code = l.county_code and n.need_id = l.need_id and n.is_asked
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id and c.is_open
     where l.verdict is null and l.lacks = '' and not l.is_withdrawn and not l.is_damaged
       and l.provided_by <> all($2::text[]) and n.waived_reason is null and n.spared_because is null
       and exists (select from unnest($1::text[]) as scope where starts_with(l.org_path, scope)
         and (l.org_path <> scope or scope ~ '${wholeCounty}'))
     group by c.county_code, c.catalogue_id, c.title order by min(l.linked_at) limit ${inboxMost}`,
    [scopes, [actor.id, ...(actor.behalf === undefined ? [] : [actor.behalf.id])]],
  )
  return rows.map((row) => ({
    ...plain,
    key: `evidence-review:${row.catalogue_id}`,
    county: row.county_code,
    id: row.catalogue_id,
    deed: '审核材料',
    title: row.title,
    unit_name: '',
    says: `${row.papers} 份待审`,
    at: row.since,
  }))
}

interface WeakRow {
  readonly county_code: string
  readonly catalogue_id: string
  readonly need_id: string
  readonly file_no: string
  readonly title: string
  readonly unit_name: string
  readonly requested_due: string | null
  readonly reason: string
  readonly at: string
}

/** What somebody has found insufficient; a new version would wait to be read again. */
async function findWeak({ db }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<WeakRow>(
    `select distinct on (n.county_code, n.need_id) n.county_code, n.catalogue_id, n.need_id, n.file_no, n.title, n.unit_name,
       n.requested_due, l.reason, l.reviewed_at as at
     from archive_links l
     join archive_needs n on n.county_code = l.county_code and n.need_id = l.need_id and n.is_asked
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id and c.is_open
     where l.verdict = 'insufficient' and not l.is_withdrawn and n.waived_reason is null and n.spared_because is null
       and exists (select from archive_events e where e.county_code = l.county_code and e.subject = 'need'
         and e.subject_id = l.need_id and e.deed = 'review' and e.person_id = $1)
     order by n.county_code, n.need_id, l.reviewed_at desc limit ${inboxMost}`,
    [person],
  )
  return rows.map((row) => ({
    ...plain,
    key: `evidence-weak:${row.need_id}`,
    county: row.county_code,
    id: `${row.catalogue_id}/${row.need_id}`,
    deed: '等补交',
    title: `${row.file_no}《${row.title}》`,
    unit_name: row.unit_name,
    says: row.reason,
    at: row.at,
    ...(row.requested_due !== null && { due_on: row.requested_due }),
  }))
}

interface DoneRow {
  readonly county_code: string
  readonly subject_id: string
  readonly deed: ArchiveDeed
  readonly at: string
  readonly title: string
  readonly unit_name: string
}

async function findDone({ db }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<DoneRow>(
    `select * from (select distinct on (e.county_code, e.subject, e.subject_id) e.county_code, e.subject_id, e.deed,
         e.happened_at as at, coalesce(n.title, p.title) as title, coalesce(n.unit_name, p.unit_name) as unit_name
       from archive_events e
       left join archive_needs n on e.subject = 'need' and n.county_code = e.county_code and n.need_id = e.subject_id
       left join archive_papers p on e.subject = 'paper' and p.county_code = e.county_code and p.paper_id = e.subject_id
       where e.person_id = $1 and coalesce(n.title, p.title) is not null
       order by e.county_code, e.subject, e.subject_id, e.event_no desc) as latest
     order by at desc limit ${inboxMost}`,
    [person],
  )
  return rows.map((row) => ({
    ...plain,
    key: `evidence-done:${row.subject_id}`,
    county: row.county_code,
    id: '',
    deed: archiveDeedTitles[row.deed],
    title: row.title,
    unit_name: row.unit_name,
    says: '',
    at: row.at,
  }))
}
