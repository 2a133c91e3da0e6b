import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkTask } from '../entry/check-task.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import { isStale, type TaskKey } from '../tasks/task-row.ts'
import { deadlineAfter } from './deadline-after.ts'
import { lapseRequests } from './settle-requests.ts'

/** Checks a task once more and hands it in. Errors: the refusals of handing in, `collection.stale_checks`. */
export async function submitTask(ctx: Ctx, key: TaskKey, reason: string, keyring: Keyring): Promise<Task> {
  const task = await lockTask(ctx, key)
  await checkTask(ctx, task, keyring)
  const { row, pack } = await lockTask(ctx, key)
  // A great roster that somebody changed since it was checked; see `checkGreatRoster`.
  if (isStale(row)) throw new AppError('collection.stale_checks', { table: pack.register(row.register).title })
  await lapseRequests(ctx, key)
  return moveTask(ctx, key, {
    deed: 'submit',
    reason,
    set: {
      submitted_by: ctx.actor.id,
      first_reviewed_by: null,
      due_on: deadlineAfter(ctx.now, task.row.review_days),
    },
  })
}
