import type { Ctx } from '../../platform/ctx.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { deadlineAfter } from './deadline-after.ts'
import { lapseRequests } from './settle-requests.ts'
import { settleReturns } from './settle-returns.ts'

/** First review passed. Errors: the refusals of reviewing. */
export async function approveFirst(ctx: Ctx, key: TaskKey, opinion: string): Promise<Task> {
  const { row } = await lockTask(ctx, key)
  return moveTask(ctx, key, {
    deed: 'approve_first',
    reason: opinion,
    set: { first_reviewed_by: ctx.actor.id, due_on: deadlineAfter(ctx.now, row.review_days) },
  })
}

/** Review passed: what had been returned is settled. Errors: the refusals of reviewing. */
export async function approveTask(ctx: Ctx, key: TaskKey, opinion: string): Promise<Task> {
  const { row } = await lockTask(ctx, key)
  const task = await moveTask(ctx, key, {
    deed: 'approve',
    reason: opinion,
    set: { due_on: deadlineAfter(ctx.now, row.review_days) },
  })
  await settleReturns(ctx, key)
  return task
}

/**
 * Verified data become official: this version is never changed again, and one that it corrects is official no longer.
 * Errors: `collection.not_verified`.
 */
export async function freezeTask(ctx: Ctx, key: TaskKey, opinion: string): Promise<Task> {
  const task = await moveTask(ctx, key, { deed: 'freeze', reason: opinion })
  await lapseRequests(ctx, key)
  await ctx.db.run(
    `update collection_submissions set status = 'superseded'
     where county_code = $1 and task_id = $2 and status = 'frozen' and submission_id <> $3`,
    [key.county, key.taskId, task.row.submission_id],
  )
  return task
}
