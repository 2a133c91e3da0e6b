import {
  type AppraisalEntry,
  appraisalActions,
  appraisalStates,
  isAppraisalAction,
  yearlyName,
} from '@eduduty/core/appraisal'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { listAppraisals } from '../views/list-appraisals.ts'

/** Appraisals of the inbox: what is one's turn, what one has rated and is not published yet, what one has done. */
export async function findAppraisalItems(
  { as, grants, door, actor }: OwnAffairs,
  part: InboxPart,
): Promise<InboxItem[]> {
  const caller = as('appraisal.read')
  if (caller === undefined || part === 'copied') return []
  return door.read(caller, async (ctx) => {
    if (part === 'begun') return findRated(ctx, actor.id)
    if (part === 'done') return findDone(ctx, actor.id)
    const { appraisals } = await listAppraisals({ ctx, grants }, { atMe: true })
    return appraisals.slice(0, inboxMost).map((entry) => ({
      ...itemOf(entry),
      deed: deeds[entry.state],
      says: lackOf(entry),
      at: entry.state_at,
      ...(entry.holder.until !== undefined && { due_on: entry.holder.until }),
    }))
  })
}

const itemOf = (
  row: Pick<AppraisalEntry, 'county_code' | 'appraisal_id' | 'rating_title' | 'year' | 'subject_name'>,
) => ({
  key: `appraisal:${row.appraisal_id}`,
  subject: 'appraisal' as const,
  county: row.county_code,
  id: row.appraisal_id,
  title: yearlyName(row.year, row.rating_title),
  unit_name: row.subject_name,
  may_accept: false,
  may_see: false,
})

const deeds: Readonly<Record<AppraisalEntry['state'], string>> = {
  self_rating: '自评',
  self_reported: '安排评委',
  rating: '打分',
  concluded: '公示',
  publicity: '发布',
  appealed: '处理申诉',
  published: '',
  cancelled: '',
}

function lackOf({ state, items, self_rated: rated, open_adjustments: open = 0 }: AppraisalEntry): string {
  if (state === 'self_rating') return `${items} 项，已自评 ${rated} 项`
  return open === 0 ? '' : `${open} 项加分扣分待决定`
}

/** Where one sits as a rater and has handed in; others have still to rate, conclude or publish. */
async function findRated({ db, scopes }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<RatedRow>(
    `select a.county_code, a.appraisal_id, a.rating_title, a.year, a.subject_name, a.state, a.rate_until,
       max(s.handed_in_at) as at
     from appraisal_appraisals a
     join appraisal_assignments s on s.county_code = a.county_code and s.appraisal_id = a.appraisal_id
     where ($2::text[] is null or a.county_code = any($2::text[])) and s.person_id = $1
       and a.state in ('rating', 'concluded', 'publicity', 'appealed')
     group by a.county_code, a.appraisal_id having bool_and(s.handed_in_at is not null)
     order by a.rate_until, a.appraisal_id limit ${inboxMost}`,
    [person, countiesIn(scopes)],
  )
  return rows.map(({ rate_until: until, at, ...row }) => ({
    ...itemOf(row),
    deed: row.state === 'rating' ? '等其他评委' : '等发布',
    says: `已打分，现在：${stateTitle(row.state)}`,
    at,
    ...(row.state === 'rating' && until !== null && { due_on: until }),
  }))
}

interface RatedRow
  extends Pick<AppraisalEntry, 'county_code' | 'appraisal_id' | 'rating_title' | 'year' | 'subject_name'> {
  readonly state: string
  readonly rate_until: string | null
  readonly at: string
}

interface DoneRow
  extends Pick<AppraisalEntry, 'county_code' | 'appraisal_id' | 'rating_title' | 'year' | 'subject_name'> {
  readonly state: string
  readonly action: string
  readonly at: string
}

async function findDone({ db, scopes }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<DoneRow>(
    `select * from (select distinct on (a.county_code, a.appraisal_id) a.county_code, a.appraisal_id, a.rating_title,
         a.year, a.subject_name, a.state, e.action, e.occurred_at as at
       from appraisal_events e
       join appraisal_appraisals a on a.county_code = e.county_code and a.appraisal_id = e.appraisal_id
       where ($2::text[] is null or e.county_code = any($2::text[])) and e.actor_id = $1
       order by a.county_code, a.appraisal_id, e.event_no desc) as latest
     order by at desc limit ${inboxMost}`,
    [person, countiesIn(scopes)],
  )
  return rows.map((row) => ({
    ...itemOf(row),
    deed: isAppraisalAction(row.action) ? appraisalActions[row.action] : row.action,
    says: `现在：${stateTitle(row.state)}`,
    at: row.at,
  }))
}

const stateTitle = (state: string): string => Object.entries(appraisalStates).find(([id]) => id === state)?.[1] ?? state
