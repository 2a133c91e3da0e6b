import type { Ctx } from '../../platform/ctx.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/** Cells that a unit asked for and was never granted are asked for no longer: nobody opens them later undecided. */
export async function settleAsked({ db, now }: Pick<Ctx, 'db' | 'now'>, key: TaskKey): Promise<void> {
  await db.run(
    `update collection_returned_cells set settled_at = $3
     where county_code = $1 and task_id = $2 and settled_at is null and purpose = 'asked'`,
    [key.county, key.taskId, now],
  )
}
