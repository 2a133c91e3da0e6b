import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'
import { noteEvent } from './note-event.ts'
import { setTask } from './set-task.ts'

/** Whatever is first put into a task makes it one that is being filled. */
export async function beginFilling(ctx: Ctx, { row }: Task): Promise<void> {
  if (row.state !== 'not_started') return
  await setTask(ctx.db, row, { state: 'filling', state_at: ctx.now, state_by: ctx.actor.name })
  await noteEvent(ctx, row, { action: 'fill', state: 'filling' })
}
