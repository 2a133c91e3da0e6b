import { daysBetween } from '@eduduty/core/calendar'
import { isOwed, type PeriodProgress, type ProgressLine, townshipTitle } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import { isUnitKind, unitKinds } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { stillReportable } from '../tasks/still-reportable.ts'
import { getPeriod, type PeriodKey, presentPeriod } from './read-periods.ts'

interface TaskLine {
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly township: string
  readonly register: string
  readonly state: string
  readonly due_on: string
  readonly hard: number
  readonly reminded_count: number
  readonly reminded_at: string | null
  readonly may_report: boolean
  readonly is_begun: boolean
}

/** How far a period is, by township, by kind of unit and by register, and who owes what. */
export async function readProgress(ctx: Ctx, key: PeriodKey): Promise<PeriodProgress> {
  const row = await getPeriod(ctx, key)
  const pack = await getTaskPack(ctx.db, { packId: row.pack_id, hash: row.pack_hash })
  const today = dayOf(ctx.now)
  const tasks = await ctx.db.run<TaskLine>(
    `select unit_id, unit_name, unit_kind, township, register, state, due_on, reminded_count, reminded_at,
       hard_errors + cell_errors as hard, ${stillReportable} as may_report, opens_on <= $4 as is_begun
     from collection_tasks where county_code = $1 and period_id = $2
     order by org_path, array_position($3::text[], register), register`,
    [key.county, key.periodId, pack.pack.registers.map(({ id }) => id), today],
  )
  const order = new Map(pack.pack.registers.map(({ id }, at) => [id, at]))
  const orderOf = (register: string): number => order.get(register) ?? order.size
  const titleOf = (register: string): string => pack.register(register).title
  return {
    period: await presentPeriod(ctx, row),
    by_township: linesBy(tasks, today, ({ township }) => [township, townshipTitle(township)]),
    by_kind: linesBy(tasks, today, ({ unit_kind: kind }) => [kind, isUnitKind(kind) ? unitKinds[kind].title : kind]),
    by_register: linesBy(tasks, today, ({ register }) => [
      register,
      `${pack.tableNo(register)} ${titleOf(register)}`,
    ]).toSorted((a, b) => orderOf(a.key) - orderOf(b.key)),
    owing: owing(tasks, today, titleOf),
  }
}

function linesBy(
  tasks: readonly TaskLine[],
  today: string,
  keyOf: (task: TaskLine) => readonly [string, string],
): ProgressLine[] {
  const groups = new Map<string, { title: string; tasks: TaskLine[] }>()
  for (const task of tasks) {
    const [key, title] = keyOf(task)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { title, tasks: [task] })
    else group.tasks.push(task)
  }
  return [...groups].map(([key, { title, tasks: own }]) => {
    const states: Record<string, number> = {}
    for (const { state } of own) states[state] = (states[state] ?? 0) + 1
    return {
      key,
      title,
      tasks: own.length,
      states,
      submitted: own.filter(({ state }) => !isOwed(state)).length,
      overdue: own.filter(({ state, due_on }) => isOwed(state) && due_on < today).length,
      hard: own.filter(({ hard }) => hard > 0).length,
    }
  })
}

function owing(
  tasks: readonly TaskLine[],
  today: string,
  titleOf: (register: string) => string,
): PeriodProgress['owing'] {
  const units = new Map<string, TaskLine[]>()
  for (const task of tasks.filter(({ state }) => isOwed(state)))
    units.set(task.unit_id, [...(units.get(task.unit_id) ?? []), task])
  return [...units.values()]
    .flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const reminded = own
        .flatMap(({ reminded_at }) => reminded_at ?? [])
        .toSorted()
        .at(-1)
      return [
        {
          unit_id: first.unit_id,
          unit_name: first.unit_name,
          township: first.township,
          tables: own.map(({ register }) => titleOf(register)),
          returned: own.flatMap(({ register, state }) => (state === 'returned' ? [titleOf(register)] : [])),
          due_on: own.reduce((first_due, { due_on }) => (due_on < first_due ? due_on : first_due), first.due_on),
          overdue_days: Math.max(0, ...own.map(({ due_on }) => daysBetween(due_on, today))),
          reminded_count: Math.max(...own.map(({ reminded_count }) => reminded_count)),
          ...(reminded !== undefined && { reminded_at: reminded }),
          may_report: own.some(({ may_report }) => may_report),
          is_reminded_next: isRemindedNext(own, today),
        },
      ]
    })
    .toSorted((a, b) => (a.due_on === b.due_on ? b.tables.length - a.tables.length : a.due_on < b.due_on ? -1 : 1))
}

/** As `remindUnits` has it: something to remind of, and nothing of it reminded of today. */
function isRemindedNext(own: readonly TaskLine[], today: string): boolean {
  const meant = own.filter(({ may_report, is_begun }) => may_report && is_begun)
  const isToday = (at: string | null): boolean => at !== null && dayOf(new Date(at)) === today
  return meant.length > 0 && !meant.some(({ reminded_at }) => isToday(reminded_at))
}
