import { dayOf } from '@eduduty/core/calendar'
import type { TaskCounts, TaskList, TaskRow, TaskSearch } from '@eduduty/core/duties'
import { type Acting, seesDraft, unitsOf } from '../acting.ts'
import { getPlan, lightRuleOf, type PlanKey } from '../plans/plan-row.ts'
import { type StoredTask, taskColumns } from '../tasks/task-row.ts'
import { presentTask } from './present-task.ts'
import { readFigures } from './read-figures.ts'

const PAGE = 50

/** Red first; then as they are numbered, those without a number (a unit's own) last. */
function inOrder(one: TaskRow, other: TaskRow): number {
  const red = Number(other.light === 'red') - Number(one.light === 'red')
  return red === 0 ? Number(one.no === '') - Number(other.no === '') : red
}

/**
 * The tasks of a plan that the caller sees, counted by light over the list that is looked at, then those searched for. Lights are computed
 * and so searched for here: a county has hundreds of tasks, not millions.
 */
export async function listTasks(acting: Acting, key: PlanKey, search: TaskSearch): Promise<TaskList> {
  const { ctx, grants } = acting
  const plan = await getPlan(ctx, key)
  const kept = await ctx.db.run<StoredTask>(
    `select ${taskColumns} from duties_tasks t where t.county_code = $1 and t.plan_id = $2
     order by t.no, t.title, t.org_path, t.task_id`,
    [key.county, key.plan],
  )
  const rows = kept.filter((row) => seesDraft(acting, row))
  const figures = await readFigures(acting, key.county, plan.year, rows)
  const [rule, today] = [lightRuleOf(plan), dayOf(ctx.now)]
  const all = rows.map((row) => presentTask(row, figures.get(row.task_id), rule, today)).toSorted(inOrder)
  const own = new Set(unitsOf(grants))
  const mine = new Set(rows.filter(({ org_path: path }) => own.has(path)).map(({ task_id: id }) => id))
  // Chips and units count the list that is looked at, not the plan.
  const listed = all.filter(({ lists }) => search.list === undefined || lists.includes(search.list))
  const found = all.filter((row) => fits(row, search) && (search.mine !== true || mine.has(row.task)))
  const { offset = 0, limit = PAGE } = search
  return {
    plan,
    counts: countsOf(listed),
    total: found.length,
    tasks: found.slice(offset, offset + limit),
    units: unitsIn(listed),
  }
}

function fits(row: TaskRow, { state, light, list, unit, text, conflict }: TaskSearch): boolean {
  if (state === undefined ? row.state === 'cancelled' : row.state !== state) return false
  if (light !== undefined && row.light !== light) return false
  if (conflict === true && !row.conflict) return false
  if (list !== undefined && !row.lists.includes(list)) return false
  if (unit !== undefined && row.unit !== unit) return false
  const wanted = text?.trim() ?? ''
  return wanted === '' || [row.title, row.unit_name, row.no].some((part) => part.includes(wanted))
}

function countsOf(all: readonly TaskRow[]): TaskCounts {
  const open = all.filter(({ state }) => state !== 'cancelled')
  const of = (fit: (row: TaskRow) => boolean): number => open.filter(fit).length
  return {
    total: open.length,
    green: of(({ light }) => light === 'green'),
    yellow: of(({ light }) => light === 'yellow'),
    red: of(({ light }) => light === 'red'),
    none: of(({ light }) => light === 'none'),
    conflicts: of(({ conflict }) => conflict),
    waiting: of(({ state }) => state === 'issued'),
    reported: of(({ state }) => state === 'reported'),
  }
}

function unitsIn(all: readonly TaskRow[]): TaskList['units'] {
  const units = new Map<string, TaskList['units'][number]>()
  for (const { unit, unit_name: name, state } of all)
    if (state !== 'cancelled') units.set(unit, { unit, name, tasks: (units.get(unit)?.tasks ?? 0) + 1 })
  return [...units.values()].sort((one, other) => other.tasks - one.tasks)
}
