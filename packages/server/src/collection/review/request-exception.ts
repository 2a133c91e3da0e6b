import { type RequestBody, type RequestKind, requestKinds, whyNotRequest } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { listOpenCells } from '../entry/open-cells.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'
import { openCells } from './open-cells.ts'
import { noRequest, setRequest } from './set-request.ts'
import { settleAsked } from './settle-asked.ts'

/**
 * Asks for more time, to correct frozen data, or to open cells that stayed locked when others were returned. Errors:
 * `collection.already_requested`, `collection.nothing_owed`, `collection.not_frozen`, `collection.nothing_locked`,
 * `collection.already_open`, `request.invalid`.
 */
export async function requestException(ctx: Ctx, key: TaskKey, body: RequestBody): Promise<Task> {
  const { kind, reason } = body
  const task = await lockTask(ctx, key)
  await assertMayRequest(ctx, task, kind)
  const cells = kind === 'unlock' ? await askForCells(ctx, task, body) : 0
  await setRequest(ctx, key, { request: kind, request_reason: reason, request_by: ctx.actor.name, request_at: ctx.now })
  const says = cells === 0 ? requestKinds[kind] : `${requestKinds[kind]} ${cells} 处`
  await noteEvent(ctx, task.row, { action: 'request', state: stateOf(task.row), reason, says })
  ctx.audit({ action: 'collection.request', subject: nameOf(task), reason, detail: { kind: requestKinds[kind] } })
  return lockTask(ctx, key)
}

/** The refusal, where `kind` cannot be asked for now. */
export async function findRequestRefusal(ctx: Ctx, task: Task, kind: RequestKind): Promise<AppError | undefined> {
  const { row, pack } = task
  const isPartlyLocked = row.state === 'returned' && !(await listOpenCells(ctx, task)).isWhole
  const refused = whyNotRequest({ state: stateOf(row), isPending: row.request !== null, isPartlyLocked }, kind)
  return refused && new AppError(`collection.${refused}`, { table: pack.register(row.register).title })
}

async function assertMayRequest(ctx: Ctx, task: Task, kind: RequestKind): Promise<void> {
  const refusal = await findRequestRefusal(ctx, task, kind)
  if (refusal !== undefined) throw refusal
}

/** Notes the cells that are wanted; returns how many were not open before. */
async function askForCells(ctx: Ctx, task: Task, { cells = [], reason }: RequestBody): Promise<number> {
  const { columns } = task.pack.register(task.row.register)
  const unknown = cells.find(({ column }) => !columns.some(({ id }) => id === column))
  if (unknown !== undefined) throw new AppError('request.invalid', { reason: `没有“${unknown.column}”这一栏` })
  if (cells.length === 0) throw new AppError('request.invalid', { reason: '请选定要开放的单元格' })
  const open = await listOpenCells(ctx, task)
  const wanted = cells.filter(({ row_no, column }) => !open.has(row_no, column))
  if (wanted.length === 0) throw new AppError('collection.already_open')
  const asked = wanted.map((cell) => ({ ...cell, reason, purpose: 'asked' as const, found: '' }))
  await openCells(ctx, task, { cells: asked, due_on: task.row.due_on })
  return wanted.length
}

export interface Refusal {
  readonly reason: string
  /** What the one who says no may decide of. */
  readonly kinds: readonly RequestKind[]
}

/** Says no to what was asked. Errors: `collection.request_not_found`. */
export async function refuseRequest(ctx: Ctx, key: TaskKey, { reason, kinds }: Refusal): Promise<Task> {
  const task = await lockTask(ctx, key)
  const { row, pack } = task
  if (!kinds.some((kind) => kind === row.request))
    throw new AppError('collection.request_not_found', { table: pack.register(row.register).title })
  await setRequest(ctx, key, noRequest)
  await settleAsked(ctx, key)
  await noteEvent(ctx, row, { action: 'refuse_request', state: stateOf(row), reason })
  ctx.audit({ action: 'collection.request', subject: nameOf(task), result: 'denied', reason })
  return lockTask(ctx, key)
}

/** Opens the cells that the unit asked for. Errors: `collection.request_not_found`. */
export async function unlockCells(ctx: Ctx, key: TaskKey, reason: string): Promise<Task> {
  const task = await lockTask(ctx, key)
  const { row, pack } = task
  if (row.request !== 'unlock')
    throw new AppError('collection.request_not_found', { table: pack.register(row.register).title })
  const opened = await ctx.db.run(
    `update collection_returned_cells set purpose = 'linked'
     where county_code = $1 and task_id = $2 and settled_at is null and purpose = 'asked' returning return_id`,
    [key.county, key.taskId],
  )
  await setRequest(ctx, key, noRequest)
  await noteEvent(ctx, row, { action: 'unlock', state: stateOf(row), reason, says: `${opened.length} 处` })
  ctx.audit({ action: 'collection.return', subject: nameOf(task), reason, detail: { opened: opened.length } })
  return lockTask(ctx, key)
}
