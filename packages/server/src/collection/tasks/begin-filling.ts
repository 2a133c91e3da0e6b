import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'
import { noteEvent } from './note-event.ts'

/** Whatever is first put into a task makes it one that is being filled. */
export async function beginFilling(ctx: Ctx, { row }: Task): Promise<void> {
  if (row.state !== 'not_started') return
  await ctx.db.kysely
    .updateTable('collection_tasks')
    .set({ state: 'filling', state_at: ctx.now, state_by: ctx.actor.name })
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .execute()
  await noteEvent(ctx, row, { action: 'fill', state: 'filling' })
}
