import type { ClockRule } from '@eduduty/core/packs'
import { DUTY_PACK, shippedDuties } from '../plans/shipped-duties.ts'

export type RuleId = 'task_due' | 'supervision_answer' | 'proposal_answer'

/** A time limit of tasks as the shipped pack has it. Error: the pack or the limit is missing, which is a bug. */
export async function getClockRule(id: RuleId): Promise<ClockRule> {
  const rule = (await shippedDuties()).clocks?.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`pack ${DUTY_PACK} has no clock ${id}`)
  return rule
}
