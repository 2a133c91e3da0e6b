import { holderOf } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { readTaskFacts, refusalOf } from '../tasks/task-facts.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'

/** Does what a first reviewer may do only while the task lies at the first review. Errors: `collection.already_reviewed`, `collection.no_first_review`. */
export async function atFirstDesk(ctx: Ctx, key: TaskKey, work: () => Promise<Task>): Promise<Task> {
  const task = await lockTask(ctx, key)
  const { row } = task
  if (holderOf(stateOf(row), row.has_first_review) === 'first_review') return work()
  const facts = await readTaskFacts(ctx, task)
  if (!row.has_first_review) throw refusalOf(task, facts, 'no_first_review')
  const submitted = facts.state !== 'not_started' && facts.state !== 'filling' && facts.state !== 'returned'
  throw refusalOf(task, facts, submitted ? 'already_reviewed' : 'not_submitted')
}

/** Does what first reviewers may do for a unit that has the form, where the form comes to them next. Errors: `collection.no_first_review`. */
export async function withFirstDesk(ctx: Ctx, key: TaskKey, work: () => Promise<Task>): Promise<Task> {
  const task = await lockTask(ctx, key)
  if (task.row.has_first_review) return work()
  throw refusalOf(task, await readTaskFacts(ctx, task), 'no_first_review')
}
