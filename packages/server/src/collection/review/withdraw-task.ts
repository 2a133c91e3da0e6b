import type { Ctx } from '../../platform/ctx.ts'
import { getTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/** Takes back what was handed in and nobody has reviewed yet. Errors: the refusals of withdrawing. */
export async function withdrawTask(ctx: Ctx, key: TaskKey, reason: string): Promise<Task> {
  const { row } = await getTask(ctx, key)
  const [returned] = await ctx.db.run<{ due_on: string | null }>(
    `select max(due_on)::text as due_on from collection_returned_cells
     where county_code = $1 and task_id = $2 and settled_at is null`,
    [key.county, key.taskId],
  )
  const dueOn = returned?.due_on ?? row.closes_on
  return moveTask(ctx, key, { deed: 'withdraw', reason, set: { submitted_by: null, due_on: dueOn } })
}
