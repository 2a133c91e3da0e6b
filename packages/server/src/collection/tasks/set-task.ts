import type { Updateable } from 'kysely'
import type { Queries } from '../../platform/db/database.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import type { TaskRow } from './task-row.ts'

export type TaskUpdate = Updateable<Tables['collection_tasks']>

/** Changes what stands in the row of one task. */
export async function setTask(
  db: Queries,
  { county_code: county, task_id: task }: Pick<TaskRow, 'county_code' | 'task_id'>,
  set: TaskUpdate,
): Promise<void> {
  await db.kysely
    .updateTable('collection_tasks')
    .set(set)
    .where('county_code', '=', county)
    .where('task_id', '=', task)
    .execute()
}
