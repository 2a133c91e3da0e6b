import { randomUUID } from 'node:crypto'
import { type RequestBody, type RequestKind, requestKinds, whyNotRequest } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { listOpenCells, type OpenCells } from '../entry/list-open-cells.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { type CellRequest, listRequests } from '../tasks/list-requests.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'
import { assertCells } from './assert-cells.ts'
import { type CellAt, cellsBeyond, openCells } from './open-returned-cells.ts'

/**
 * Asks for more time, to correct frozen data, or to open cells that stayed locked when others were returned; each waits
 * for its own answer. Asked again, word for word or for the same cells, it is the request that waits already. Errors:
 * `collection.already_requested`, `collection.nothing_owed`, `collection.not_frozen`, `collection.nothing_locked`,
 * `collection.already_open`, `collection.row_not_found`, `request.invalid`.
 */
export async function requestException(ctx: Ctx, key: TaskKey, body: RequestBody): Promise<Task> {
  const task = await lockTask(ctx, key)
  const waiting = (await listRequests(ctx, task)).filter(({ status }) => status === 'waiting')
  const isAgain = waiting.some(({ kind, reason }) => kind === body.kind && reason === body.reason)
  if (body.kind !== 'unlock' && isAgain) return task
  const refusal = await findRequestRefusal(ctx, task, body.kind)
  if (refusal !== undefined) throw refusal
  const cells = body.kind === 'unlock' ? await cellsToAsk(ctx, task, body, waiting) : []
  if (body.kind === 'unlock' && cells.length === 0) return task
  await keep(ctx, task, body, cells)
  return lockTask(ctx, key)
}

async function keep(ctx: Ctx, task: Task, { kind, reason }: RequestBody, cells: readonly CellAt[]): Promise<void> {
  const { row } = task
  const requestId = randomUUID()
  await ctx.db.kysely
    .insertInto('collection_requests')
    .values({
      county_code: row.county_code,
      request_id: requestId,
      task_id: row.task_id,
      kind,
      reason,
      asked_by: ctx.actor.name,
      asked_at: ctx.now,
      org_path: row.org_path,
    })
    .execute()
  const asked = cells.map(({ row_no, column }) => ({ row_no, column, reason, purpose: 'asked' as const, found: '' }))
  await openCells(ctx, task, { cells: asked, due_on: row.due_on, requestId })
  const says = cells.length === 0 ? requestKinds[kind] : `${requestKinds[kind]} ${cells.length} 处`
  await noteEvent(ctx, row, { action: 'request', state: stateOf(row), reason, says })
  ctx.audit({ action: 'collection.request', subject: nameOf(task), reason, detail: { kind: requestKinds[kind] } })
}

/** The refusal, where `kind` cannot be asked for now. */
export async function findRequestRefusal(ctx: Ctx, task: Task, kind: RequestKind): Promise<AppError | undefined> {
  const { row, pack } = task
  const isPartlyLocked = row.state === 'returned' && !(await listOpenCells(ctx, task)).isWhole
  const waiting = (await listRequests(ctx, task)).flatMap((one) => (one.status === 'waiting' ? [one.kind] : []))
  const refused = whyNotRequest({ state: stateOf(row), waiting, isPartlyLocked }, kind)
  const facts = { table: pack.register(row.register).title, kind: requestKinds[kind] }
  return refused && new AppError(`collection.${refused}`, facts)
}

/** Of the cells that are wanted those that are neither open nor asked for already. */
async function cellsToAsk(
  ctx: Ctx,
  task: Task,
  { cells = [] }: RequestBody,
  waiting: readonly CellRequest[],
): Promise<readonly CellAt[]> {
  if (cells.length === 0) throw new AppError('request.invalid', { reason: '请选定要开放的单元格' })
  await assertCells(ctx, task, cells)
  const open: OpenCells = await listOpenCells(ctx, task)
  const locked = cells.filter(({ row_no, column }) => !open.has(row_no, column))
  if (locked.length === 0) throw new AppError('collection.already_open')
  return cellsBeyond(
    locked,
    waiting.flatMap((one) => one.cells),
  )
}
