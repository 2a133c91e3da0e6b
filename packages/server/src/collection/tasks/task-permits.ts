import { decideTask, holderOf, type TaskDeed, type TaskPermit } from '@eduduty/core/collection'
import { dayOf, type GrantInForce, rulesFor, type Verb } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppError } from '../../platform/errors/app-error.ts'
import { findRequestRefusal } from '../review/request-exception.ts'
import type { Task } from './get-task.ts'
import { readTaskFacts, refusalOf, type StoredFacts } from './task-facts.ts'

/** Which verb a deed takes. */
const verbOf: Readonly<Record<Exclude<TaskDeed, 'return'>, Verb>> = {
  fill: 'collection.fill',
  submit: 'collection.fill',
  withdraw: 'collection.fill',
  approve_first: 'collection.review_first',
  approve: 'collection.review',
  freeze: 'collection.review',
  correct: 'collection.review',
}

const deeds = ['fill', 'submit', 'withdraw', 'approve_first', 'approve', 'return', 'freeze', 'correct'] as const

const requests = ['extension', 'correction', 'unlock'] as const

/** What the person behind `grants` may do with a task now; what their posts never allow is left out. */
export async function listPermits(ctx: Ctx, task: Task, grants: readonly GrantInForce[]): Promise<TaskPermit[]> {
  const facts = await readTaskFacts(ctx, task)
  const today = dayOf(ctx.now)
  const may = (verb: Verb): boolean => rulesFor(grants, verb, task.row.org_path).length > 0
  // First reviewers give back, and hand on, only what lies at the first review.
  const isFirst = holderOf(facts.state, facts.hasFirstReview) === 'first_review'
  const mayReturn = may('collection.review') || (isFirst && may('collection.review_first'))
  const decide = (deed: TaskDeed, as: StoredFacts = facts) => {
    const { refused } = decideTask(as, deed, ctx.actor.id, today)
    return refused && refusalOf(task, facts, refused)
  }
  const permits = deeds
    .filter((deed) => (deed === 'return' ? mayReturn : may(verbOf[deed])))
    .map((deed) => permit(deed, decide(deed)))
  // Whoever may review may also take back what lies with somebody who is away.
  if (mayReturn) permits.push(permit('hand_on', decide('return', { ...facts, assignedTo: undefined })))
  if (!may('collection.fill')) return permits
  const asking: TaskPermit[] = []
  for (const kind of requests) asking.push(permit(`ask_${kind}`, await findRequestRefusal(ctx, task, kind)))
  return [...permits, ...asking]
}

function permit(deed: string, refusal: AppError | undefined): TaskPermit {
  if (refusal === undefined) return { deed, allowed: true }
  return { deed, allowed: false, why: `${refusal.message}${refusal.advice}` }
}
