import { decideTask, type TaskDeed, type TaskPermit } from '@eduduty/core/collection'
import { dayOf, type GrantInForce, rulesFor, type Verb } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppError } from '../../platform/errors/app-error.ts'
import { findRequestRefusal } from '../review/request-exception.ts'
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

const requests = ['extension', 'correction', 'unlock'] as const

/** What the person behind `grants` may do with a task now; what their posts never allow is left out. */
export async function listPermits(ctx: Ctx, task: Task, grants: readonly GrantInForce[]): Promise<TaskPermit[]> {
  const facts = await readTaskFacts(ctx, task)
  const today = dayOf(ctx.now)
  const may = (verbs: readonly Verb[]): boolean =>
    verbs.some((verb) => rulesFor(grants, verb, task.row.org_path).length > 0)
  const permits = deeds
    .filter((deed) => may(verbOf[deed]))
    .map((deed) => {
      const decision = decideTask(facts, deed, ctx.actor.id, today)
      return permit(deed, decision.refused && refusalOf(task, facts, decision.refused))
    })
  if (!may(['collection.fill'])) return permits
  const asking: TaskPermit[] = []
  for (const kind of requests) asking.push(permit(`ask_${kind}`, await findRequestRefusal(ctx, task, kind)))
  return [...permits, ...asking]
}

function permit(deed: string, refusal: AppError | undefined): TaskPermit {
  if (refusal === undefined) return { deed, allowed: true }
  return { deed, allowed: false, why: `${refusal.message}${refusal.advice}` }
}
