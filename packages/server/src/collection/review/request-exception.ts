import type { RequestBody } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'

const titles = { extension: '申请延期', correction: '申请更正' } as const

/** Asks for more time, or to correct frozen data. Errors: `collection.already_requested`, `collection.not_frozen`. */
export async function requestException(ctx: Ctx, key: TaskKey, { kind, reason }: RequestBody): Promise<Task> {
  const task = await lockTask(ctx, key)
  const table = task.pack.register(task.row.register).title
  if (task.row.request !== null) throw new AppError('collection.already_requested', { table })
  if (kind === 'correction' && task.row.state !== 'frozen') throw new AppError('collection.not_frozen', { table })
  await setRequest(ctx, key, { request: kind, request_reason: reason, request_by: ctx.actor.name, request_at: ctx.now })
  await noteEvent(ctx, task.row, { action: 'request', state: stateOf(task.row), reason, says: titles[kind] })
  ctx.audit({ action: 'collection.request', subject: nameOf(task), reason, detail: { kind: titles[kind] } })
  return lockTask(ctx, key)
}

/** Says no to what was asked. Errors: `collection.request_not_found`. */
export async function refuseRequest(ctx: Ctx, key: TaskKey, reason: string): Promise<Task> {
  const task = await lockTask(ctx, key)
  const { row, pack } = task
  if (row.request === null)
    throw new AppError('collection.request_not_found', { table: pack.register(row.register).title })
  await setRequest(ctx, key, { request: null, request_reason: null, request_by: null, request_at: null })
  await noteEvent(ctx, row, { action: 'refuse_request', state: stateOf(row), reason })
  ctx.audit({ action: 'collection.request', subject: nameOf(task), result: 'denied', reason })
  return lockTask(ctx, key)
}

interface RequestSet {
  readonly request: string | null
  readonly request_reason: string | null
  readonly request_by: string | null
  readonly request_at: Date | null
}

async function setRequest({ db }: Ctx, key: TaskKey, set: RequestSet): Promise<void> {
  await db.kysely
    .updateTable('collection_tasks')
    .set(set)
    .where('county_code', '=', key.county)
    .where('task_id', '=', key.taskId)
    .execute()
}
