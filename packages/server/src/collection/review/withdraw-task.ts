import type { Ctx } from '../../platform/ctx.ts'
import { getTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/** Takes back what was handed in and nobody has reviewed yet. Errors: the refusals of withdrawing. */
export async function withdrawTask(ctx: Ctx, key: TaskKey, reason: string): Promise<Task> {
  const { row } = await getTask(ctx, key)
  return moveTask(ctx, key, { deed: 'withdraw', reason, set: { submitted_by: null, due_on: row.closes_on } })
}
