import { holderOf, type TaskDesk, type TaskDetail } from '@eduduty/core/collection'
import { type Holder, listHolders } from '../../identity/index.ts'
import { type Caller, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { takesStatistics } from '../statistics/read-own-statistics.ts'
import { getTask, type Task } from './get-task.ts'
import { isOpenTo, stateOf, type TaskKey, verbOfSide } from './task-row.ts'

/** People of one office who are named; of more it is said how many. */
const NAMED = 2

/**
 * What the page of a task shows beyond the task itself: who holds it, and whether figures can come from the statistics.
 * Reviewers may stand above the caller's reach, so the system looks; nothing but names goes out.
 */
export async function readAround(
  door: Door,
  caller: Caller,
  key: TaskKey,
): Promise<Required<Pick<TaskDetail, 'desk' | 'takes_statistics'>>> {
  const task = await door.read(caller, (ctx) => getTask(ctx, key))
  return { desk: await readDesk(door, task), takes_statistics: takesStatistics(task) }
}

/**
 * Who may take the next step, by office. What was handed on lies with that person alone; when they can act no longer, with
 * whoever may hand it on again.
 */
export async function readDesk(door: Door, { row }: Task): Promise<TaskDesk> {
  const side = holderOf(stateOf(row), row.has_first_review)
  if (side === 'nobody') return { offices: [], is_absent: false }
  const able = await door.read(systemCaller('列出办理人'), (ctx) => listHolders(ctx, verbOfSide[side], row.org_path))
  const meant = able.filter(({ person_id }) => isOpenTo(row, person_id))
  const isAbsent = row.assigned_to !== null && meant.length === 0
  return { offices: officesOf(isAbsent ? able : meant), is_absent: isAbsent }
}

/** Those whose post is for this place alone come first: it is the township that is waited for, though the county may too. */
function officesOf(people: readonly Holder[]): TaskDesk['offices'] {
  const offices = new Map<string, Holder[]>()
  for (const person of people) offices.set(person.unit, [...(offices.get(person.unit) ?? []), person])
  const depth = (own: readonly Holder[]): number => Math.max(...own.map((one) => one.depth))
  return [...offices]
    .toSorted(([, a], [, b]) => depth(b) - depth(a) || a.length - b.length)
    .map(([unit, own]) => ({ unit, people: own.length, names: own.slice(0, NAMED).map(({ name }) => name) }))
}
