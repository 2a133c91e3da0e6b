import type { ReplyBody } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'
import { assertMay } from './assert-may.ts'

/** Says why a returned cell stays as it is. Errors: why the task takes nothing now, `collection.return_not_found`. */
export async function replyReturn(ctx: Ctx, key: TaskKey, { return_id, reply }: ReplyBody): Promise<Task> {
  const task = await lockTask(ctx, key)
  await assertMay(ctx, task, 'fill')
  const changed = await ctx.db.run(
    `update collection_returned_cells set reply = $4, answered_at = $5
     where county_code = $1 and task_id = $2 and return_id = $3 and settled_at is null returning return_id`,
    [key.county, key.taskId, return_id, reply, ctx.now],
  )
  if (changed.length === 0) throw new AppError('collection.return_not_found')
  await noteEvent(ctx, task.row, { action: 'reply', state: stateOf(task.row), reason: reply })
  ctx.audit({ action: 'collection.reply_return', subject: nameOf(task), reason: reply })
  return lockTask(ctx, key)
}
