import { decideTask, type TaskDeed } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'
import { readTaskFacts, refusalOf } from '../tasks/task-facts.ts'

/** Throws the refusal with its reason when the caller may not do `deed` now. */
export async function assertMay(ctx: Ctx, task: Task, deed: TaskDeed): Promise<void> {
  const facts = await readTaskFacts(ctx, task)
  const decision = decideTask(facts, deed, ctx.actor.id, dayOf(ctx.now))
  if (decision.refused !== undefined) throw refusalOf(task, facts, decision.refused)
}
