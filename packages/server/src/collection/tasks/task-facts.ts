import { holderOf, holderTitles, type TaskFacts, type TaskRefusal, taskStates } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Task } from './get-task.ts'
import { stateOf } from './task-row.ts'

interface Counts {
  readonly open_returns: number
  readonly unsettled_returns: number
  readonly unreviewed: number
  readonly countersigns: number
}

/** What decisions about a task stand on, as the tables have it now. */
export async function readTaskFacts({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<TaskFacts> {
  const [counts] = await db.run<Counts>(
    `select
       (select count(*) from collection_returned_cells r where r.county_code = $1 and r.task_id = $2
         and r.settled_at is null and r.answered_at is null) as open_returns,
       (select count(*) from collection_returned_cells r where r.county_code = $1 and r.task_id = $2
         and r.settled_at is null) as unsettled_returns,
       (select count(*) from collection_explanations e where e.county_code = $1 and e.task_id = $2
         and e.status = 'pending' and exists (select from collection_findings f where f.county_code = $1
           and f.task_id = $2 and f.check_id = e.check_id and f.row_no = e.row_no)) as unreviewed,
       (select count(*) from collection_countersigns c where c.county_code = $1 and c.task_id = $2
         and c.status = 'asked') as countersigns`,
    [row.county_code, row.task_id],
  )
  return {
    state: stateOf(row),
    hasFirstReview: row.has_first_review,
    isPeriodOpen: !row.is_closed,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    dueOn: row.due_on,
    submittedBy: row.submitted_by ?? undefined,
    firstReviewedBy: row.first_reviewed_by ?? undefined,
    assignedTo: row.assigned_to ?? undefined,
    filledCells: row.filled_cells,
    blankCells: row.blank_cells,
    cellErrors: row.cell_errors,
    hardErrors: row.hard_errors,
    openExplanations: row.open_explanations,
    unreviewedExplanations: counts?.unreviewed ?? 0,
    openReturns: counts?.open_returns ?? 0,
    unsettledReturns: counts?.unsettled_returns ?? 0,
    openCountersigns: counts?.countersigns ?? 0,
  }
}

/** A refusal in words, with the table, unit and dates that it speaks of. */
export function refusalOf(task: Task, facts: TaskFacts, refused: TaskRefusal): AppError {
  const { row, pack } = task
  const side = holderOf(facts.state, facts.hasFirstReview)
  const counts = [
    facts.hardErrors > 0 ? `强制性错误 ${facts.hardErrors} 条` : '',
    facts.cellErrors > 0 ? `填写不合要求 ${facts.cellErrors} 格` : '',
    facts.blankCells > 0 ? `必填未填 ${facts.blankCells} 格` : '',
  ].filter((part) => part !== '')
  const open: Partial<Record<TaskRefusal, number>> = {
    has_unexplained: facts.openExplanations,
    has_rejected: facts.openExplanations,
    has_open_returns: facts.openReturns,
    has_unreviewed: facts.unreviewedExplanations,
    has_countersigns: facts.openCountersigns,
  }
  return new AppError(`collection.${refused}`, {
    table: pack.register(row.register).title,
    unit: row.unit_name,
    period: row.period_title,
    state: taskStates[facts.state],
    holder: `${holderTitles[side]}${row.assigned_name === null ? '' : `（${row.assigned_name}）`}`,
    opens_on: facts.opensOn,
    due_on: facts.state === 'returned' ? facts.dueOn : facts.closesOn,
    counts: counts.join('，'),
    count: open[refused] ?? 0,
    name: row.assigned_name ?? '',
  })
}
