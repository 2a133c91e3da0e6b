import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkTask } from '../entry/check-task.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { dayAfter } from './add-days.ts'

/** Checks a task once more and hands it in. Errors: the refusals of handing in. */
export async function submitTask(ctx: Ctx, key: TaskKey, reason: string, keyring: Keyring): Promise<Task> {
  const task = await lockTask(ctx, key)
  await checkTask(ctx, task, keyring)
  return moveTask(ctx, key, {
    deed: 'submit',
    reason,
    set: {
      submitted_by: ctx.actor.id,
      first_reviewed_by: null,
      due_on: dayAfter(ctx.now, task.row.review_days),
      request: null,
    },
  })
}
