import type { Ctx } from '../../platform/ctx.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/** What had been returned of a task, and not settled, is done with. */
export async function settleReturns({ db, now }: Pick<Ctx, 'db' | 'now'>, { county, taskId }: TaskKey): Promise<void> {
  await db.run(
    `update collection_returned_cells set settled_at = $3
     where county_code = $1 and task_id = $2 and settled_at is null`,
    [county, taskId, now],
  )
}
