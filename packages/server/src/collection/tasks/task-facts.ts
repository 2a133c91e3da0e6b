import {
  holderOf,
  holderTitles,
  type TaskFacts,
  type TaskRefusal,
  taskStates,
  WHOLE_REGISTER,
} from '@eduduty/core/collection'
import { type Ctx, holderIdOf } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Task } from './get-task.ts'
import { stateOf } from './task-row.ts'
import { firstAnswered, speaksOf } from './unreviewed-explanations.ts'

/** What decisions about a task stand on, and by name what they may be refused for. */
export interface StoredFacts extends TaskFacts {
  /** Titles of the first few of what is open. */
  readonly open: {
    readonly returns: readonly string[]
    readonly unreviewed: readonly string[]
    readonly unexplained: readonly string[]
  }
}

interface Found {
  readonly returns: readonly string[]
  readonly unsettled_returns: number
  readonly unreviewed: readonly string[]
  readonly unexplained: readonly string[]
  readonly countersigns: number
}

/** Things that a refusal names; of more it says how many. */
const NAMED = 5

/**
 * As the tables have it now; what was handed to the colleague for whom somebody acts lies with them. An explanation of
 * figures that have changed since explains nothing, and waits for nobody.
 */
export async function readTaskFacts(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  { row, pack }: Task,
): Promise<StoredFacts> {
  const [found] = await db.run<Found>(
    `select
       (select coalesce(jsonb_agg(r.column_id order by r.row_no, r.column_id), '[]') from collection_returned_cells r
         where r.county_code = $1 and r.task_id = $2 and r.settled_at is null and r.answered_at is null) as returns,
       (select count(*) from collection_returned_cells r where r.county_code = $1 and r.task_id = $2
         and r.settled_at is null) as unsettled_returns,
       (select coalesce(jsonb_agg(f.title order by f.finding_no), '[]') from collection_explanations e
         cross join lateral (${firstAnswered('e')}) f
         where e.county_code = $1 and e.task_id = $2 and e.status = 'pending') as unreviewed,
       (select coalesce(jsonb_agg(f.title order by f.finding_no), '[]') from collection_findings f
         where f.county_code = $1 and f.task_id = $2 and f.severity = 'soft'
           and not exists (select from collection_explanations e where e.county_code = f.county_code
             and e.task_id = f.task_id and e.check_id = f.check_id and e.row_no in (f.row_no, $3)
             and e.status <> 'rejected' and ${speaksOf('e', 'f')})) as unexplained,
       (select count(*) from collection_countersigns c where c.county_code = $1 and c.task_id = $2
         and c.status = 'asked') as countersigns`,
    [row.county_code, row.task_id, WHOLE_REGISTER],
  )
  const { returns = [], unreviewed = [], unexplained = [] } = found ?? {}
  const titles = new Map(pack.register(row.register).columns.map(({ id, title }) => [id, title]))
  return {
    state: stateOf(row),
    hasFirstReview: row.has_first_review,
    isPeriodOpen: !row.is_closed,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    dueOn: row.due_on,
    submittedBy: row.submitted_by ?? undefined,
    firstReviewedBy: row.first_reviewed_by ?? undefined,
    assignedTo: row.assigned_to === holderIdOf(actor) ? actor.id : (row.assigned_to ?? undefined),
    filledCells: row.filled_cells,
    blankCells: row.blank_cells,
    cellErrors: row.cell_errors,
    hardErrors: row.hard_errors,
    openExplanations: row.open_explanations,
    unreviewedExplanations: unreviewed.length,
    openReturns: returns.length,
    unsettledReturns: found?.unsettled_returns ?? 0,
    openCountersigns: found?.countersigns ?? 0,
    open: { returns: returns.map((id) => titles.get(id) ?? '整行或整张表'), unreviewed, unexplained },
  }
}

/** “甲”“乙”等 7 处 without the number: whoever says it says how many. */
function named(titles: readonly string[]): string {
  const shown = [...new Set(titles)]
  const first = shown.slice(0, NAMED).map((title) => `“${title}”`)
  return `${first.join('、')}${shown.length > NAMED ? '等' : ''}`
}

/** A refusal in words, with the table, unit and dates that it speaks of. */
export function refusalOf(task: Task, facts: StoredFacts, refused: TaskRefusal): AppError {
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
    has_unmended: facts.openReturns,
    has_unreviewed: facts.unreviewedExplanations,
    has_countersigns: facts.openCountersigns,
  }
  const what: Partial<Record<TaskRefusal, readonly string[]>> = {
    has_unexplained: facts.open.unexplained,
    has_rejected: facts.open.unexplained,
    has_open_returns: facts.open.returns,
    has_unmended: facts.open.returns,
    has_unreviewed: facts.open.unreviewed,
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
    what: named(what[refused] ?? []),
    name: row.assigned_name ?? '',
  })
}
