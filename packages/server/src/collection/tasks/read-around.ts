import { holderOf, type TaskDetail } from '@eduduty/core/collection'
import type { Verb } from '@eduduty/core/identity'
import { type Holder, listHolders } from '../../identity/index.ts'
import { type Caller, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { takesStatistics } from '../statistics/compare-task.ts'
import { getTask, type Task } from './get-task.ts'
import { stateOf, type TaskKey } from './task-row.ts'

/** Named at once; who else could act is of no use to anybody who waits. */
const NAMED = 3

/**
 * What the page of a task shows beyond the task itself: who has to act while it is under review, with the office of each
 * (only whoever it was handed to, if it was), and whether figures can come from the statistics. Reviewers may stand above
 * the caller's reach, so the system looks; nothing but names goes out.
 */
export async function readAround(
  door: Door,
  caller: Caller,
  key: TaskKey,
): Promise<Required<Pick<TaskDetail, 'holders' | 'takes_statistics'>>> {
  const task = await door.read(caller, (ctx) => getTask(ctx, key))
  return { holders: await listDesk(door, task), takes_statistics: takesStatistics(task) }
}

async function listDesk(door: Door, { row }: Task): Promise<{ name: string; unit: string }[]> {
  const side = holderOf(stateOf(row), row.has_first_review)
  if (side !== 'first_review' && side !== 'review') return []
  const at = (verb: Verb) => door.read(systemCaller('列出审核人'), (ctx) => listHolders(ctx, verb, row.org_path))
  const reviewers = await at('collection.review')
  const people = side === 'review' ? reviewers : nearest(await at('collection.review_first'), reviewers)
  const meant = row.assigned_to === null ? people : people.filter(({ person_id }) => person_id === row.assigned_to)
  return meant.slice(0, NAMED).map(({ name, unit }) => ({ name, unit }))
}

/** Whoever reviews may review first too, but it is the township that is waited for. */
function nearest(first: readonly Holder[], reviewers: readonly Holder[]): readonly Holder[] {
  const others = new Set(reviewers.map(({ person_id }) => person_id))
  const own = first.filter(({ person_id }) => !others.has(person_id))
  return own.length > 0 ? own : first
}
