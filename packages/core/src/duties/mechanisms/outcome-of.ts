import { type Static, Type } from 'typebox'
import type { Light } from '../light-of-task.ts'
import type { TaskState } from '../task-states.ts'

/** What became of a decision or a promise. */
export const Outcome = Type.Union([
  Type.Literal('done'),
  Type.Literal('underway'),
  Type.Literal('late'),
  Type.Literal('open'),
])
export type Outcome = Static<typeof Outcome>

export const outcomeTitles: Readonly<Record<Outcome, string>> = {
  done: '已落实',
  underway: '办理中',
  late: '逾期或受阻',
  open: '未交办',
}

export interface OutcomeFacts {
  readonly dueOn: string | undefined
  /** When somebody wrote down that it is carried out; absent where nobody did. */
  readonly settledOn: string | undefined
  /** Tasks that were made of it. */
  readonly tasks: readonly { readonly state: TaskState; readonly light: Light }[]
}

/**
 * By its tasks where it has any: they are confirmed by whoever issued them, words are not. One red task makes the whole
 * late.
 */
export function outcomeOf({ dueOn, settledOn, tasks }: OutcomeFacts, today: string): Outcome {
  const kept = tasks.filter(({ state }) => state !== 'cancelled')
  if (kept.length > 0) {
    if (kept.some(({ light }) => light === 'red')) return 'late'
    return kept.every(({ state }) => state === 'done') ? 'done' : 'underway'
  }
  if (settledOn !== undefined) return 'done'
  return dueOn !== undefined && dueOn < today ? 'late' : 'open'
}
