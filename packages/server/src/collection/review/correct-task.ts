import type { Ctx } from '../../platform/ctx.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { copyRegisterRows } from '../rows/write-register-row.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import { setTask } from '../tasks/set-task.ts'
import { startSubmission } from '../tasks/start-submission.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { deadlineAfter } from './deadline-after.ts'
import { settleRequests } from './settle-requests.ts'

/**
 * Opens a new version of frozen data, with a reason. The frozen version stays as it is, and stays official, until the new
 * one is frozen. Errors: `collection.not_frozen`.
 */
export async function correctTask(ctx: Ctx, key: TaskKey, reason: string): Promise<Task> {
  const before = await lockTask(ctx, key)
  const { row, pack } = before
  const dueOn = deadlineAfter(ctx.now, row.review_days)
  await moveTask(ctx, key, {
    deed: 'correct',
    reason,
    says: `第 ${row.version + 1} 版`,
    set: { due_on: dueOn, submitted_by: null, first_reviewed_by: null },
  })
  await settleRequests(ctx, key, { status: 'granted', answer: reason, kinds: ['correction'] })
  const submissionId = await startSubmission(ctx, before, row.version + 1, row.submission_id ?? undefined)
  const table = await getRegisterTable(ctx.db, pack, pack.register(row.register))
  const from = { county: key.county, submissionId: row.submission_id ?? '' }
  await copyRegisterRows(ctx.db, table, from, { county: key.county, submissionId })
  await setTask(ctx.db, row, { closes_on: dueOn > row.closes_on ? dueOn : row.closes_on, is_closed: false })
  return lockTask(ctx, key)
}
