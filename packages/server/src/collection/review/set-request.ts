import type { RequestKind } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { TaskKey } from '../tasks/task-row.ts'

export interface RequestSet {
  readonly request: RequestKind | null
  readonly request_reason: string | null
  readonly request_by: string | null
  readonly request_at: Date | null
}

/** What a task holds when nothing is asked for: also once it was granted, refused, or no longer matters. */
export const noRequest: RequestSet = { request: null, request_reason: null, request_by: null, request_at: null }

export async function setRequest({ db }: Ctx, key: TaskKey, set: RequestSet): Promise<void> {
  await db.kysely
    .updateTable('collection_tasks')
    .set(set)
    .where('county_code', '=', key.county)
    .where('task_id', '=', key.taskId)
    .execute()
}
