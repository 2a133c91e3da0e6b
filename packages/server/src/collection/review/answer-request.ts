import { type AnswerRequestBody, type RequestKind, requestKinds } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'
import { type SettledRequest, settleRequests } from './settle-requests.ts'

export interface Refusal extends AnswerRequestBody {
  /** What the one who says no may decide of. */
  readonly kinds: readonly RequestKind[]
}

/** Says no to one thing that was asked for; others go on waiting. Errors: `collection.request_not_found`. */
export async function refuseRequest(ctx: Ctx, key: TaskKey, { request_id, reason, kinds }: Refusal): Promise<Task> {
  const task = await lockTask(ctx, key)
  const refused = await settleRequests(ctx, key, { status: 'refused', answer: reason, id: request_id, kinds })
  const { kind } = theOne(task, refused)
  const { row } = task
  await noteEvent(ctx, row, { action: 'refuse_request', state: stateOf(row), reason, says: requestKinds[kind] })
  ctx.audit({
    action: 'collection.refuse_request',
    subject: nameOf(task),
    reason,
    detail: { kind: requestKinds[kind] },
  })
  return lockTask(ctx, key)
}

/** Opens the cells that one request asks for. Errors: `collection.request_not_found`. */
export async function unlockCells(ctx: Ctx, key: TaskKey, { request_id, reason }: AnswerRequestBody): Promise<Task> {
  const task = await lockTask(ctx, key)
  const { row } = task
  const opened = await ctx.db.run(
    `update collection_returned_cells set purpose = 'linked', returned_by = $4, returned_at = $5
     where county_code = $1 and task_id = $2 and request_id = $3 and settled_at is null and purpose = 'asked'
     returning return_id`,
    [key.county, key.taskId, request_id, ctx.actor.name, ctx.now],
  )
  const how = { status: 'granted', answer: reason, id: request_id, kinds: ['unlock'] } as const
  theOne(task, await settleRequests(ctx, key, how))
  await noteEvent(ctx, row, { action: 'unlock', state: stateOf(row), reason, says: `${opened.length} 处` })
  ctx.audit({
    action: 'collection.grant_request',
    subject: nameOf(task),
    reason,
    detail: { kind: requestKinds.unlock, cells: opened.length },
  })
  return lockTask(ctx, key)
}

function theOne({ row, pack }: Task, [settled]: readonly SettledRequest[]): SettledRequest {
  if (settled !== undefined) return settled
  throw new AppError('collection.request_not_found', { table: pack.register(row.register).title })
}
