import { eachInTurn, type Outcome } from '../platform/api/each-in-turn.ts'
import { sendJson } from '../platform/api/http.ts'
import { taskPath } from './duty-queries.ts'

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
