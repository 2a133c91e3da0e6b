import { dayOf } from '@eduduty/core/calendar'
import { answerStateOf, outcomeOf, type PromiseView, type ProposalView } from '@eduduty/core/duties'
import { findClocks } from '../../../clocks/index.ts'
import { type Acting, issuesFor } from '../../acting.ts'
import { readOriginTasks } from '../origin-tasks.ts'
import { readRecordChanges } from './correct-record.ts'
import { tellLimit } from './tell-limit.ts'

interface PromiseRow
  extends Omit<PromiseView, 'may_record' | 'outcome' | 'tasks' | 'due_on' | 'lead' | 'settled_on' | 'changes'> {
  readonly org_path: string
  readonly due_on: string | null
  readonly lead: string | null
  readonly settled_on: string | null
}

/** What units have set themselves or promised for a year, within reach, with what became of it. */
export async function listPromises(acting: Acting, county: string, year: number): Promise<PromiseView[]> {
  const { ctx } = acting
  const rows = await ctx.db.run<PromiseRow>(
    `select promise_id as promise, org_path, unit_id as unit, unit_name, kind, year, title, source, made_on, due_on,
       lead_id as lead, lead_name, says, settled_on, struck, made_by
     from duties_promises where county_code = $1 and year = $2 order by org_path, kind, made_on, promise_id`,
    [county, year],
  )
  const ids = rows.map(({ promise }) => promise)
  const tasks = await readOriginTasks(acting, county, 'promise', ids)
  const changes = await readRecordChanges(acting, county, 'promise')
  return rows.map(({ org_path: path, due_on: due, lead, settled_on: settled, ...row }) => {
    const own = tasks.get(row.promise) ?? []
    const facts = { dueOn: due ?? undefined, settledOn: settled ?? undefined, tasks: own }
    return {
      ...row,
      changes: [...(changes.get(row.promise) ?? [])],
      ...(due !== null && { due_on: due }),
      ...(lead !== null && { lead }),
      ...(settled !== null && { settled_on: settled }),
      may_record: row.struck === '' && issuesFor(acting, path),
      outcome: outcomeOf(facts, dayOf(ctx.now)),
      tasks: [...own],
    }
  })
}

interface ProposalRow
  extends Pick<
    ProposalView,
    | ('proposal' | 'unit' | 'unit_name' | 'kind' | 'no' | 'title' | 'raised_by' | 'received_on' | 'lead_name')
    | ('answer' | 'satisfaction' | 'struck' | 'made_by')
  > {
  readonly org_path: string
  readonly lead: string | null
  readonly answered_on: string | null
  readonly clock_id: string | null
}

/** Proposals and inspections of a year, within reach, each against its time limit. */
export async function listProposals(acting: Acting, county: string, year: number): Promise<ProposalView[]> {
  const { ctx } = acting
  const rows = await ctx.db.run<ProposalRow>(
    `select proposal_id as proposal, org_path, unit_id as unit, unit_name, kind, no, title, raised_by, received_on,
       lead_id as lead, lead_name, answered_on, answer, satisfaction, struck, made_by, clock_id
     from duties_proposals where county_code = $1 and received_on between $2 and $3
     order by received_on, no, proposal_id`,
    [county, `${year}-01-01`, `${year}-12-31`],
  )
  const ids = rows.map(({ proposal }) => proposal)
  const clocks = await findClocks(ctx.db, county, 'duties.proposal', ids)
  const tasks = await readOriginTasks(acting, county, 'proposal', ids)
  const changes = await readRecordChanges(acting, county, 'proposal')
  return rows.map(({ org_path: path, lead, answered_on: answered, clock_id: running, ...row }) => {
    // A corrected day starts another time limit.
    const clock = clocks.get(row.proposal)?.find((one) => one.clock === running)
    const facts = { dueOn: clock?.due_on, answeredOn: answered ?? undefined }
    return {
      ...row,
      changes: [...(changes.get(row.proposal) ?? [])],
      ...(lead !== null && { lead }),
      ...(answered !== null && { answered_on: answered }),
      ...(clock?.due_on !== undefined && { due_on: clock.due_on }),
      ...(clock?.missing_year !== undefined && { missing_year: clock.missing_year }),
      limit: clock === undefined ? '' : tellLimit(clock.rule),
      is_unverified: clock?.rule.verified?.grade === 'U',
      may_record: row.struck === '' && issuesFor(acting, path),
      state: answerStateOf(facts, dayOf(ctx.now)),
      tasks: [...(tasks.get(row.proposal) ?? [])],
    }
  })
}
