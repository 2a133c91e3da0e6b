import { decideTask, type TaskDeed, type TaskPermit } from '@eduduty/core/collection'
import { dayOf, type GrantInForce, rulesFor, type Verb } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'
import { readTaskFacts, refusalOf } from './task-facts.ts'

/** Which verb a deed takes; returning may be the first reviewer's or the reviewer's. */
const verbOf: Readonly<Record<TaskDeed, readonly Verb[]>> = {
  fill: ['collection.fill'],
  submit: ['collection.fill'],
  withdraw: ['collection.fill'],
  approve_first: ['collection.review_first'],
  approve: ['collection.review'],
  return: ['collection.review', 'collection.review_first'],
  freeze: ['collection.review'],
  correct: ['collection.review'],
}

const deeds = ['fill', 'submit', 'withdraw', 'approve_first', 'approve', 'return', 'freeze', 'correct'] as const

/** What the person behind `grants` may do with a task now; what their posts never allow is left out. */
export async function listPermits(ctx: Ctx, task: Task, grants: readonly GrantInForce[]): Promise<TaskPermit[]> {
  const facts = await readTaskFacts(ctx, task)
  const today = dayOf(ctx.now)
  return deeds
    .filter((deed) => verbOf[deed].some((verb) => rulesFor(grants, verb, task.row.org_path).length > 0))
    .map((deed) => {
      const decision = decideTask(facts, deed, ctx.actor.id, today)
      if (decision.refused === undefined) return { deed, allowed: true }
      const { message, advice } = refusalOf(task, facts, decision.refused)
      return { deed, allowed: false, why: `${message}${advice}` }
    })
}
