import { isOwnUnitVerb } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { packOfUnit } from '../packs/pack-of-unit.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import type { TaskKey, TaskRow } from './task-row.ts'

export interface Task {
  readonly row: TaskRow
  readonly pack: TaskPack
}

/**
 * One task within the caller's reach, with its pack; for whoever fills in, of the own unit only. Errors:
 * `collection.task_not_found`, `collection.not_own_unit`.
 */
export async function getTask(ctx: Asking, key: TaskKey): Promise<Task> {
  return assertOwn(ctx, await getTaskWithin(ctx, key))
}

/** The same, kept from others until the end of the transaction. */
export async function lockTask(ctx: Asking, key: TaskKey): Promise<Task> {
  return assertOwn(ctx, await withPack(ctx.db, await byKey(ctx.db, key).forUpdate().executeTakeFirst()))
}

/** One task within reach, only to look at. Errors: `collection.task_not_found`. */
export async function getTaskWithin({ db }: Pick<Ctx, 'db'>, key: TaskKey): Promise<Task> {
  return withPack(db, await byKey(db, key).executeTakeFirst())
}

function byKey(db: Ctx['db'], { county, taskId }: TaskKey) {
  return db.kysely
    .selectFrom('collection_tasks')
    .selectAll()
    .where('county_code', '=', county)
    .where('task_id', '=', taskId)
}

async function withPack(db: Ctx['db'], row: TaskRow | undefined): Promise<Task> {
  if (row === undefined) throw new AppError('collection.task_not_found')
  return { row, pack: packOfUnit(await getTaskPack(db, { packId: row.pack_id, hash: row.pack_hash }), row) }
}

type Asking = Pick<Ctx, 'db' | 'verb' | 'scopes'>

/** Row access lets what lies below a unit through as well; what is filled in is the unit's own affair. */
function assertOwn({ verb, scopes }: Asking, task: Task): Task {
  const isForeign = verb !== 'system' && isOwnUnitVerb(verb) && !scopes.includes(task.row.org_path)
  if (isForeign) throw new AppError('collection.not_own_unit', { unit: task.row.unit_name, table: tableOf(task) })
  return task
}

const tableOf = ({ row, pack }: Task): string => pack.register(row.register).title

/** A task in words: 石桥镇中心小学《学校填报表》（2025年优质均衡数据采集）. */
export function nameOf(task: Task): string {
  return `${task.row.unit_name}《${tableOf(task)}》（${task.row.period_title}）`
}
