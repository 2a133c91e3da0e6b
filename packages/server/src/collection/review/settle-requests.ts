import type { RequestKind } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { TaskKey } from '../tasks/task-row.ts'

interface Settlement {
  /** `lapsed`: nobody answered, and what the form has come to leaves nothing to answer. */
  readonly status: 'granted' | 'refused' | 'lapsed'
  readonly answer: string
  /** Only this one; absent: all that wait. */
  readonly id?: string
  readonly kinds?: readonly RequestKind[]
}

export interface SettledRequest {
  readonly request_id: string
  readonly kind: RequestKind
}

/** Answers what a unit asked for and waits for; cells that were not granted are asked for no longer. */
export async function settleRequests(
  { db, now, actor }: Pick<Ctx, 'db' | 'now' | 'actor'>,
  key: TaskKey,
  { status, answer, id, kinds }: Settlement,
): Promise<readonly SettledRequest[]> {
  const settled = await db.run<SettledRequest>(
    `update collection_requests set status = $3, answer = $4, answered_by = $5, answered_at = $6
     where county_code = $1 and task_id = $2 and status = 'waiting'
       and ($7::text is null or request_id = $7) and ($8::text[] is null or kind = any($8))
     returning request_id, kind`,
    [key.county, key.taskId, status, answer, actor.name, now, id ?? null, kinds ?? null],
  )
  await db.run(
    `update collection_returned_cells set settled_at = $4
     where county_code = $1 and task_id = $2 and request_id = any($3::text[]) and purpose = 'asked' and settled_at is null`,
    [key.county, key.taskId, settled.map(({ request_id }) => request_id), now],
  )
  return settled
}

/** The form goes on its way: whatever was asked for and not answered matters no longer, and nobody grants it later. */
export async function lapseRequests(ctx: Ctx, key: TaskKey): Promise<void> {
  await settleRequests(ctx, key, { status: 'lapsed', answer: '' })
}
