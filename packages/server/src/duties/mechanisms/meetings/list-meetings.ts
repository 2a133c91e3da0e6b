import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import {
  type DecisionView,
  type MeetingList,
  type MeetingView,
  outcomeOf,
  type RecordChange,
  type TaskRow,
} from '@eduduty/core/duties'
import { type Acting, issuesFor } from '../../acting.ts'
import { assertCountyKnown } from '../../plans/plan-row.ts'
import { readOriginTasks } from '../origin-tasks.ts'
import { listRecordUnits } from '../record-owner.ts'

interface MeetingRow extends Omit<MeetingView, 'may_record' | 'decisions' | 'changes'> {
  readonly org_path: string
}

interface DecisionRow {
  readonly meeting: string
  readonly decision: string
  readonly no: number
  readonly text: string
  readonly unit: string | null
  readonly unit_name: string
  readonly due_on: string | null
  readonly says: string
  readonly settled_on: string | null
}

/** Meetings of a year within reach, the newest first, with what became of their decisions. Errors: `duties.county_not_found`. */
export async function listMeetings(acting: Acting, county: string, year: number): Promise<MeetingList> {
  const { ctx } = acting
  assertCountyKnown(ctx, county)
  const today = dayOf(ctx.now)
  const rows = await ctx.db.run<MeetingRow>(
    `select meeting_id as meeting, org_path, unit_id as unit, unit_name, kind, title, held_on, chair, topics, document,
       struck, made_by
     from duties_meetings where county_code = $1 and held_on between $2 and $3
     order by held_on desc, org_path, meeting_id`,
    [county, `${year}-01-01`, `${year}-12-31`],
  )
  const decisions = await readDecisions(
    acting,
    county,
    rows.map(({ meeting }) => meeting),
  )
  const changes = await readChanges(
    acting,
    county,
    rows.map(({ meeting }) => meeting),
  )
  const meetings = rows.map(({ org_path: path, ...row }) => ({
    ...row,
    topics: [...row.topics],
    may_record: row.struck === '' && issuesFor(acting, path),
    decisions: decisions.get(row.meeting) ?? [],
    changes: (changes.get(row.meeting) ?? []).map(({ meeting: _, ...change }) => change),
  }))
  return { year, today, meetings, units: await listRecordUnits(acting, county) }
}

type ChangeRow = RecordChange & { readonly meeting: string }

/** Corrections of meetings by meeting, the latest first. */
async function readChanges({ ctx }: Acting, county: string, meetings: readonly string[]) {
  const rows = await ctx.db.run<ChangeRow>(
    `select meeting_id as meeting, change_no as no, was, reason, changed_by as by,
       (changed_at at time zone 'Asia/Shanghai')::date::text as on
     from duties_meeting_changes where county_code = $1 and meeting_id = any($2::text[])
     order by meeting_id, change_no desc`,
    [county, meetings],
  )
  return groupBy(rows, ({ meeting }) => meeting)
}

/** Decisions of meetings by meeting, in their order. */
export async function readDecisions(
  acting: Acting,
  county: string,
  meetings: readonly string[],
): Promise<ReadonlyMap<string, DecisionView[]>> {
  const { ctx } = acting
  const rows = await ctx.db.run<DecisionRow>(
    `select meeting_id as meeting, decision_id as decision, decision_no as no, text, unit_id as unit, unit_name, due_on,
       says, settled_on
     from duties_decisions where county_code = $1 and meeting_id = any($2::text[]) order by meeting_id, decision_no`,
    [county, meetings],
  )
  const ids = rows.map(({ decision }) => decision)
  const tasks = await readOriginTasks(acting, county, 'decision', ids)
  const found = new Map<string, DecisionView[]>()
  for (const { meeting, ...row } of rows) {
    const view = viewOf(row, tasks.get(row.decision) ?? [], dayOf(ctx.now))
    found.set(meeting, [...(found.get(meeting) ?? []), view])
  }
  return found
}

function viewOf(row: Omit<DecisionRow, 'meeting'>, tasks: readonly TaskRow[], today: string): DecisionView {
  const { unit, due_on: due, settled_on: settled, ...rest } = row
  return {
    ...rest,
    ...(unit !== null && { unit }),
    ...(due !== null && { due_on: due }),
    ...(settled !== null && { settled_on: settled }),
    outcome: outcomeOf({ dueOn: due ?? undefined, settledOn: settled ?? undefined, tasks }, today),
    tasks: [...tasks],
  }
}
