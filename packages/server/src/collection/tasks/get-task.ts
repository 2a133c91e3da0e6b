import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import type { TaskKey, TaskRow } from './task-row.ts'

export interface Task {
  readonly row: TaskRow
  readonly pack: TaskPack
}

/** One task within the caller's reach, with its pack. Errors: `collection.task_not_found`. */
export async function getTask({ db }: Pick<Ctx, 'db'>, key: TaskKey): Promise<Task> {
  const row = await byKey(db, key).executeTakeFirst()
  return withPack(db, row)
}

/** The same, kept from others until the end of the transaction. */
export async function lockTask({ db }: Pick<Ctx, 'db'>, key: TaskKey): Promise<Task> {
  const row = await byKey(db, key).forUpdate().executeTakeFirst()
  return withPack(db, row)
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
  return { row, pack: await getTaskPack(db, { packId: row.pack_id, hash: row.pack_hash }) }
}

/** A task in words: 石桥镇中心小学《学校填报表》（2025年优质均衡数据采集）. */
export function nameOf({ row, pack }: Task): string {
  return `${row.unit_name}《${pack.register(row.register).title}》（${row.period_title}）`
}
