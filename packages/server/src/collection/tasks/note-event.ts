import type { TaskAction, TaskState } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { TaskRow } from './task-row.ts'

export interface EventToNote {
  readonly action: TaskAction
  /** State after it. */
  readonly state: TaskState
  readonly version?: number
  readonly reason?: string
  readonly says?: string
}

/** Adds one line to a task's history. */
export async function noteEvent(ctx: Ctx, row: TaskRow, event: EventToNote): Promise<void> {
  await ctx.db.kysely
    .insertInto('collection_task_events')
    .values({
      county_code: row.county_code,
      task_id: row.task_id,
      action: event.action,
      state: event.state,
      version: event.version ?? row.version,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      occurred_at: ctx.now,
      reason: event.reason ?? '',
      says: event.says ?? '',
      org_path: row.org_path,
    })
    .execute()
}
