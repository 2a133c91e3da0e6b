import { randomUUID } from 'node:crypto'
import {
  type AnswerCountersignBody,
  type AskCountersignBody,
  type HandOnBody,
  whyNotReviewer,
} from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Holder } from '../../identity/index.ts'
import { type Ctx, holderIdOf } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { setTask } from '../tasks/set-task.ts'
import { readTaskFacts } from '../tasks/task-facts.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'
import { assertMay } from './assert-may.ts'

type Named = Pick<Holder, 'person_id' | 'name'>

/**
 * Gives the present review to one of `reviewers` who had no hand in the form. Errors: the refusals of returning,
 * `collection.reviewer_unknown`, `collection.reviewer_had_a_hand`.
 */
export async function handOn(
  ctx: Ctx,
  key: TaskKey,
  { person_id, reason }: HandOnBody,
  reviewers: readonly Named[],
): Promise<Task> {
  const task = await lockTask(ctx, key)
  // Whoever may review may also take back what lies with somebody who is away.
  await assertMay(ctx, { ...task, row: { ...task.row, assigned_to: null } }, 'return')
  const person = getHolder(reviewers, person_id)
  const facts = await readTaskFacts(ctx, task)
  const refused = whyNotReviewer({ ...facts, assignedTo: undefined }, person_id)
  if (refused !== undefined) throw new AppError('collection.reviewer_had_a_hand', { name: person.name })
  await setTask(ctx.db, task.row, { assigned_to: person.person_id, assigned_name: person.name })
  await noteEvent(ctx, task.row, { action: 'hand_on', state: stateOf(task.row), reason, says: `转给${person.name}` })
  ctx.audit({ action: 'collection.hand_on', subject: nameOf(task), reason, detail: { to: person.name } })
  return lockTask(ctx, key)
}

/** Asks somebody's opinion before the review is decided. Errors: as `handOn`, `collection.due_past`. */
export async function askCountersign(
  ctx: Ctx,
  key: TaskKey,
  body: AskCountersignBody,
  people: readonly Named[],
): Promise<Task> {
  if (body.due_on < dayOf(ctx.now)) throw new AppError('collection.due_past', { due_on: body.due_on })
  const task = await lockTask(ctx, key)
  await assertMay(ctx, task, 'return')
  const person = getHolder(people, body.person_id)
  await ctx.db.kysely
    .insertInto('collection_countersigns')
    .values({
      county_code: key.county,
      countersign_id: randomUUID(),
      task_id: key.taskId,
      person_id: person.person_id,
      person_name: person.name,
      question: body.question,
      asked_by: ctx.actor.name,
      asked_at: ctx.now,
      due_on: body.due_on,
      org_path: task.row.org_path,
    })
    .execute()
  await noteEvent(ctx, task.row, {
    action: 'countersign',
    state: stateOf(task.row),
    reason: body.question,
    says: `请${person.name}会签`,
  })
  ctx.audit({
    action: 'collection.countersign',
    subject: nameOf(task),
    reason: body.question,
    detail: { to: person.name },
  })
  return lockTask(ctx, key)
}

/** The opinion of the person asked, or of whoever acts for them. Errors: `collection.countersign_not_found` for anybody else. */
export function answerCountersign(ctx: Ctx, key: TaskKey, id: string, body: AnswerCountersignBody): Promise<Task> {
  const status = body.agree ? 'agreed' : 'disagreed'
  return settle(ctx, key, { id, status, opinion: body.opinion, person: holderIdOf(ctx.actor) })
}

/** Takes a question back. Errors: `collection.countersign_not_found`. */
export function withdrawCountersign(ctx: Ctx, key: TaskKey, id: string, reason: string): Promise<Task> {
  return settle(ctx, key, { id, status: 'withdrawn', opinion: reason })
}

interface Settlement {
  readonly id: string
  readonly status: 'agreed' | 'disagreed' | 'withdrawn'
  readonly opinion: string
  /** Only this person's. */
  readonly person?: string
}

const settled = { agreed: '同意', disagreed: '不同意', withdrawn: '撤回会签' } as const

async function settle(ctx: Ctx, key: TaskKey, { id, status, opinion, person }: Settlement): Promise<Task> {
  const task = await lockTask(ctx, key)
  const changed = await ctx.db.run(
    `update collection_countersigns set status = $4, opinion = $5, answered_at = $6
     where county_code = $1 and task_id = $2 and countersign_id = $3 and status = 'asked'
       and ($7::text is null or person_id = $7) returning countersign_id`,
    [key.county, key.taskId, id, status, opinion, ctx.now, person ?? null],
  )
  if (changed.length === 0) throw new AppError('collection.countersign_not_found')
  const says = settled[status]
  await noteEvent(ctx, task.row, { action: 'countersign', state: stateOf(task.row), reason: opinion, says })
  ctx.audit({ action: 'collection.countersign', subject: nameOf(task), reason: opinion, detail: { answer: says } })
  return lockTask(ctx, key)
}

function getHolder(people: readonly Named[], id: string): Named {
  const person = people.find((one) => one.person_id === id)
  if (person === undefined) throw new AppError('collection.reviewer_unknown')
  return person
}
