import { nearestName } from '@eduduty/core/formula'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import type { PeriodRow } from '../periods/read-periods.ts'
import type { TaskRow } from '../tasks/task-row.ts'

/** What the command line names: each by its id or by its title. */
export interface WantedTask {
  readonly period: string
  readonly register: string
  /** Code, id or name of the unit. */
  readonly org: string
}

/**
 * The one task that is meant. Errors: `collection.import_no_period`, `collection.import_no_unit`,
 * `collection.import_no_register`, `collection.import_ambiguous`; each says what there is instead.
 */
export async function findImportTask({ db }: Pick<Ctx, 'db'>, wanted: WantedTask): Promise<TaskRow> {
  const all = await db.run<PeriodRow>('select * from collection_periods order by opened_at desc, period_id')
  const periods = choosePeriods(all, wanted.period)
  const tasks = await db.kysely
    .selectFrom('collection_tasks')
    .selectAll()
    .where(
      'period_id',
      'in',
      periods.map(({ period_id }) => period_id),
    )
    .where(({ or, eb }) =>
      or([eb('unit_code', '=', wanted.org), eb('unit_id', '=', wanted.org), eb('unit_name', '=', wanted.org)]),
    )
    .orderBy('register')
    .execute()
  if (tasks.length === 0)
    throw new AppError('collection.import_no_unit', { org: wanted.org, period: titlesOf(periods) })
  const titled = await Promise.all(tasks.map(async (task) => ({ task, title: titleOf(await packOf(db, task), task) })))
  const fitting = titled.filter(({ task, title }) => task.register === wanted.register || title === wanted.register)
  const [first, ...more] = fitting
  if (first === undefined) throw noRegister(wanted, titled)
  if (more.length > 0)
    throw new AppError('collection.import_ambiguous', {
      period: wanted.period,
      known: fitting.map(({ task }) => `${task.period_title}（${task.period_id}）`).join('、'),
    })
  return first.task
}

/** By id or title; a year stands for the periods of that year. */
function choosePeriods(all: readonly PeriodRow[], wanted: string): readonly PeriodRow[] {
  const named = all.filter(({ period_id, title }) => period_id === wanted || title === wanted)
  const found = named.length > 0 ? named : all.filter(({ year }) => String(year) === wanted)
  if (found.length > 0) return found
  const known = all.slice(0, 5).map(({ title, period_id }) => `${title}（${period_id}）`)
  throw new AppError('collection.import_no_period', {
    period: wanted,
    known: known.length === 0 ? '还没有开放任何上报期' : `现有：${known.join('、')}`,
  })
}

const titlesOf = (periods: readonly PeriodRow[]): string => periods.map(({ title }) => title).join('、')

const packOf = (db: Ctx['db'], { pack_id, pack_hash }: TaskRow): Promise<TaskPack> =>
  getTaskPack(db, { packId: pack_id, hash: pack_hash })

const titleOf = (pack: TaskPack, { register }: TaskRow): string => pack.register(register).title

function noRegister(
  { register, org }: WantedTask,
  titled: readonly { readonly task: TaskRow; readonly title: string }[],
): AppError {
  const near = nearestName(
    register,
    titled.flatMap(({ task, title }) => [task.register, title]),
  )
  const known = titled.map(({ task, title }) => `${task.register}（${title}）`).join('、')
  return new AppError('collection.import_no_register', {
    register,
    unit: titled[0]?.task.unit_name ?? org,
    known: near === undefined ? `要填的有：${known}` : `是不是“${near}”？要填的有：${known}`,
  })
}
