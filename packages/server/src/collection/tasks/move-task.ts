import type { AuditAction } from '@eduduty/core/audit'
import { decideTask, type TaskDeed, type TaskState } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { lockTask, nameOf, type Task } from './get-task.ts'
import { noteEvent } from './note-event.ts'
import { setTask, type TaskUpdate } from './set-task.ts'
import { readTaskFacts, refusalOf, type StoredFacts } from './task-facts.ts'
import type { TaskKey } from './task-row.ts'

const auditOf: Readonly<Record<Exclude<TaskDeed, 'fill'>, AuditAction>> = {
  submit: 'collection.submit',
  withdraw: 'collection.withdraw',
  approve_first: 'collection.review',
  approve: 'collection.review',
  return: 'collection.return',
  freeze: 'collection.freeze',
  correct: 'collection.correct',
}

const statusOf: Readonly<Record<TaskState, string>> = {
  not_started: 'draft',
  filling: 'draft',
  returned: 'returned',
  submitted: 'submitted',
  first_reviewed: 'first_reviewed',
  verified: 'verified',
  frozen: 'frozen',
}

export interface TaskMove {
  readonly deed: Exclude<TaskDeed, 'fill'>
  readonly reason?: string
  readonly says?: string
  /** What else of the task changes; `dueOn` is the last day of the next step. */
  readonly set?: TaskUpdate
}

/**
 * Takes one step of a task: permitted or refused with the reason, then state, submission, history and audit together.
 * The task is read under a lock, so that of two people only one takes the step. Errors: `collection.task_not_found` and
 * the refusals.
 */
export async function moveTask(ctx: Ctx, key: TaskKey, move: TaskMove): Promise<Task> {
  const task = await lockTask(ctx, key)
  const facts = await readTaskFacts(ctx, task)
  const decision = decideTask(facts, move.deed, ctx.actor.id, dayOf(ctx.now))
  if (decision.refused !== undefined) throw refusalOf(task, facts, decision.refused)
  assertGiverMay(ctx, task, facts, move.deed)
  await setState(ctx, task, decision.next, move)
  await noteEvent(ctx, task.row, {
    action: move.deed,
    state: decision.next,
    ...(move.reason !== undefined && { reason: move.reason }),
    ...(move.says !== undefined && { says: move.says }),
  })
  ctx.audit({
    action: auditOf[move.deed],
    subject: nameOf(task),
    ...(move.reason !== undefined && move.reason !== '' && { reason: move.reason }),
    detail: { state: decision.next },
  })
  return lockTask(ctx, key)
}

async function setState(ctx: Ctx, { row }: Task, state: TaskState, { deed, set }: TaskMove): Promise<void> {
  const nobody = { assigned_to: null, assigned_name: null }
  await setTask(ctx.db, row, { state, state_at: ctx.now, state_by: ctx.actor.name, ...nobody, ...set })
  // A correction leaves the frozen version as it is: what it begins is a submission of its own.
  if (row.submission_id === null || deed === 'correct') return
  await ctx.db.kysely
    .updateTable('collection_submissions')
    .set({ status: statusOf[state], ...(state === 'frozen' && { frozen_at: ctx.now }) })
    .where('county_code', '=', row.county_code)
    .where('submission_id', '=', row.submission_id)
    .execute()
}

/** Who acts for a colleague does not check what that colleague has done: it would be checked by nobody else. */
function assertGiverMay({ actor, now }: Ctx, task: Task, facts: StoredFacts, deed: TaskMove['deed']): void {
  if (actor.behalf === undefined) return
  const { refused } = decideTask({ ...facts, assignedTo: undefined }, deed, actor.behalf.id, dayOf(now))
  if (refused === 'own_work' || refused === 'same_reviewer') throw refusalOf(task, facts, refused)
}
