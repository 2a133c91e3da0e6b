import { sendJson } from '../platform/api/http.ts'
import { taskPath } from './duty-queries.ts'

/** Something that could not be done, and why. */
export interface Failure {
  readonly what: string
  readonly why: string
}

export interface Outcome {
  readonly done: number
  readonly failures: readonly Failure[]
}

/** Does one thing after the other; what is refused does not stop the rest. */
export async function eachInTurn<One extends { readonly what: string }>(
  all: readonly One[],
  act: (one: One) => Promise<number>,
  onProgress?: (finished: number) => void,
): Promise<Outcome> {
  let done = 0
  const failures: Failure[] = []
  for (const [at, one] of all.entries()) {
    try {
      done += await act(one)
    } catch (error) {
      failures.push({ what: one.what, why: error instanceof Error ? error.message : String(error) })
    }
    onProgress?.(at + 1)
  }
  return { done, failures }
}

interface NamedTask {
  readonly county: string
  readonly task: string
  readonly what: string
}

/** Gives tasks out to the units that lead them. */
export const issueTasks = (
  county: string,
  tasks: readonly Omit<NamedTask, 'county'>[],
  onProgress?: (finished: number) => void,
): Promise<Outcome> => eachInTurn(tasks, (one) => stepOf({ county, ...one }, 'issue'), onProgress)

/** Takes tasks up for the unit that leads them. */
export const acceptTasks = (tasks: readonly NamedTask[]): Promise<Outcome> =>
  eachInTurn(tasks, (one) => stepOf(one, 'accept'))

async function stepOf({ county, task }: NamedTask, deed: 'issue' | 'accept'): Promise<number> {
  await sendJson('POST', `${taskPath(county, task)}/deeds`, { deed, says: '' })
  return 1
}
