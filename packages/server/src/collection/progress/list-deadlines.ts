import { isOwed } from '@eduduty/core/collection'
import type { DeadlinesAnswer } from '@eduduty/core/evaluation'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { stillReportable } from '../tasks/still-reportable.ts'

interface DueTask {
  readonly period_id: string
  readonly period_title: string
  readonly unit_id: string
  readonly unit_name: string
  readonly township: string
  readonly register: string
  readonly pack_id: string
  readonly pack_hash: string
  readonly state: string
  /** Of the step that it is at. */
  readonly due_on: string
  readonly closes_on: string
  readonly is_closed: boolean
  readonly is_due: boolean
}

const MOST_UNITS = 200

/**
 * The open periods of a county: how far each and each township is, counted as the list of periods counts them, and who
 * can still hand in what until when.
 */
export async function listDeadlines(ctx: Ctx, county: string): Promise<DeadlinesAnswer> {
  const today = dayOf(ctx.now)
  const tasks = await ctx.db.run<DueTask>(
    `select period_id, period_title, unit_id, unit_name, township, register, pack_id, pack_hash, state, due_on, closes_on, is_closed,
       opens_on <= $2 and ${stillReportable} as is_due
     from collection_tasks where county_code = $1 and (not is_closed or ${stillReportable})
     order by due_on, org_path, register`,
    [county, today],
  )
  const titles = await titlesOf(ctx, tasks)
  const running = tasks.filter(({ is_closed: closed }) => !closed)
  const owed = tasks.filter(({ state, is_due: isDue }) => isDue && isOwed(state))
  const units = [...groupBy(owed, ({ unit_id: unit }) => unit).values()]
  return {
    today,
    periods: [...groupBy(running, ({ period_id: period }) => period).values()].flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const closes = own.map(({ closes_on: day }) => day).toSorted()
      return [{ title: first.period_title, due_on: closes.at(-1) ?? first.closes_on, ...countsOf(own, today) }]
    }),
    townships: [...groupBy(running, ({ township }) => township)]
      .filter(([name]) => name !== '')
      .map(([name, own]) => ({ name, ...countsOf(own, today) })),
    owing: units.slice(0, MOST_UNITS).flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const registers = own.map(({ pack_id: pack, register }) => titles.get(`${pack} ${register}`) ?? register)
      return [
        {
          unit: first.unit_id,
          name: first.unit_name,
          registers: [...new Set(registers)],
          due_on: first.due_on,
          overdue: first.due_on < today,
        },
      ]
    }),
    owing_units: units.length,
  }
}

function countsOf(tasks: readonly DueTask[], today: string) {
  const owed = tasks.filter(({ state }) => isOwed(state))
  return {
    tasks: tasks.length,
    submitted: tasks.length - owed.length,
    overdue: owed.filter(({ due_on: due }) => due < today).length,
  }
}

function groupBy(tasks: readonly DueTask[], keyOf: (task: DueTask) => string): ReadonlyMap<string, readonly DueTask[]> {
  const groups = new Map<string, DueTask[]>()
  for (const task of tasks) {
    const group = groups.get(keyOf(task))
    if (group === undefined) groups.set(keyOf(task), [task])
    else group.push(task)
  }
  return groups
}

/** Titles of registers by `pack register`. */
async function titlesOf({ db }: Ctx, tasks: readonly DueTask[]): Promise<ReadonlyMap<string, string>> {
  const packs = new Map(tasks.map(({ pack_id: packId, pack_hash: hash }) => [`${packId} ${hash}`, { packId, hash }]))
  const titles = new Map<string, string>()
  for (const key of packs.values()) {
    const { pack } = await getTaskPack(db, key)
    for (const { id, title } of pack.registers) titles.set(`${key.packId} ${id}`, title)
  }
  return titles
}
