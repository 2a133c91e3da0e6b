import { dayOf, daysAfter } from '@eduduty/core/calendar'
import type { HandoverList, HandoverView } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { assertKnownCounty } from '../../county-reach.ts'
import { type CaseActing, decidesFor, standsIn } from '../acting.ts'
import type { CaseKey } from '../store/holding-row.ts'
import { handoverColumns, type StoredHandover } from './handover-row.ts'

const LIMIT = 200

/** Handovers of a county that somebody reaches as either side, those that wait first. Errors: `enrolment.county_not_found`. */
export async function listHandovers(acting: CaseActing, county: string): Promise<HandoverList> {
  assertKnownCounty(acting.ctx, county)
  const rows = await acting.ctx.db.run<StoredHandover>(
    `select * from (select distinct on (t.handover_id) ${handoverColumns} from enrolment_handovers t
       where t.county_code = $1 order by t.handover_id, t.side desc) as latest
     order by state <> 'offered', offered_at desc limit ${LIMIT}`,
    [county],
  )
  return { handovers: rows.map((row) => presentHandover(acting, row)) }
}

/** So many days an answer is shown beside the case, and told to the unit that had offered the child. */
export const ANSWER_DAYS = 30

/** The last handover of a case: while it waits for an answer, and some weeks after that, as far as the reader reaches it. */
export async function findHandover(
  acting: CaseActing,
  { county, case: id }: CaseKey,
): Promise<HandoverView | undefined> {
  const [row] = await acting.ctx.db.run<StoredHandover>(
    `select ${handoverColumns} from enrolment_handovers t
     where t.county_code = $1 and t.case_id = $2 and t.state <> 'withdrawn'
     order by t.offered_at desc, t.side desc limit 1`,
    [county, id],
  )
  return row === undefined || isPast(row, acting.ctx.now) ? undefined : presentHandover(acting, row)
}

function isPast({ answered_at: at }: StoredHandover, now: Date): boolean {
  return at !== null && dayOf(new Date(at)) < daysAfter(dayOf(now), -ANSWER_DAYS)
}

/** Whether somebody answers for the receiving side: its people; for a county, whoever decides there. */
export function answersFor(
  acting: Pick<CaseActing, 'grants'>,
  { side, org_path: path, to_county: county }: StoredHandover,
): boolean {
  if (side !== 'to') return false
  return path === areaPath(county) ? decidesFor(acting, county) : standsIn(acting, 'enrolment.work', path)
}

/** Whether somebody may take an offer back: the people of the unit that made it, and whoever decides for its county. */
export function withdrawsFor(acting: Pick<CaseActing, 'grants'>, row: StoredHandover): boolean {
  const isOwn = row.side === 'from' && standsIn(acting, 'enrolment.work', row.org_path)
  return isOwn || decidesFor(acting, row.from_county)
}

function presentHandover(acting: CaseActing, row: StoredHandover): HandoverView {
  const waits = row.state === 'offered'
  return {
    handover: row.handover_id,
    county: row.county_code,
    case: row.case_id,
    name: maskName(row.child_name),
    grade: row.grade,
    from_county: row.from_county,
    from_name: row.from_name,
    to_name: row.to_name,
    to_county: row.to_county,
    reason: row.reason,
    state: row.state,
    offered_by: row.offered_by,
    offered_at: row.offered_at,
    answer: row.answer,
    answered_by: row.answered_by,
    ...(row.answered_at !== null && { answered_at: row.answered_at }),
    may_answer: waits && answersFor(acting, row),
    may_withdraw: waits && withdrawsFor(acting, row),
  }
}
