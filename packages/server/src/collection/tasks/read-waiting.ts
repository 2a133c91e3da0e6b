import { isRequestKind, type TaskEntry } from '@eduduty/core/collection'
import type { Queries } from '../../platform/db/database.ts'
import type { TaskRow } from './task-row.ts'
import { firstAnswered } from './unreviewed-explanations.ts'

/** What waits for somebody else than the holder of a task, or for more than its next step. */
export type Waiting = Required<Pick<TaskEntry, 'pending_explanations' | 'requested'>>

export const nothingWaits: Waiting = { pending_explanations: 0, requested: [] }

interface WaitingRow {
  readonly task_id: string
  readonly pending: number
  readonly requested: readonly string[]
}

/** Of each of the tasks: explanations that nobody has judged, requests that nobody has answered. */
export async function readWaiting(
  db: Queries,
  tasks: readonly Pick<TaskRow, 'county_code' | 'task_id'>[],
): Promise<ReadonlyMap<string, Waiting>> {
  if (tasks.length === 0) return new Map()
  const rows = await db.run<WaitingRow>(
    `select t.task_id,
       (select count(*)::integer from collection_explanations e cross join lateral (${firstAnswered('e')}) f
         where e.county_code = t.county_code and e.task_id = t.task_id and e.status = 'pending') as pending,
       (select coalesce(jsonb_agg(distinct r.kind), '[]') from collection_requests r
         where r.county_code = t.county_code and r.task_id = t.task_id and r.status = 'waiting') as requested
     from collection_tasks t where t.county_code = any($1::text[]) and t.task_id = any($2::text[])`,
    [[...new Set(tasks.map(({ county_code }) => county_code))], tasks.map(({ task_id }) => task_id)],
  )
  return new Map(
    rows.map(({ task_id, pending, requested }) => [
      task_id,
      { pending_explanations: pending, requested: requested.filter(isRequestKind) },
    ]),
  )
}
