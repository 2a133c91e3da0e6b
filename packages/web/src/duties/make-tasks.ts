import type { DutyPlan, NewTaskBody } from '@eduduty/core/duties'
import { sendJson } from '../platform/api/http.ts'
import { planPath } from './duty-queries.ts'

/** Makes one task for each unit named; gives their ids. */
export async function makeTasks(
  plan: Pick<DutyPlan, 'county' | 'plan'>,
  body: NewTaskBody,
): Promise<readonly string[]> {
  return (await sendJson<{ tasks: string[] }>('POST', `${planPath(plan)}/tasks`, body)).tasks
}
