import type { ClockRule, Pack } from '@eduduty/core/packs'
import { packsFolder, readPack } from '../../packs/index.ts'

/** The pack that brings the duties of the law and the time limits of tasks. */
export const DUTY_PACK = 'education-duties'

export type RuleId = 'task_due' | 'supervision_answer'

/** A time limit of tasks as the shipped pack has it. Error: the pack or the limit is missing, which is a bug. */
export async function getClockRule(id: RuleId): Promise<ClockRule> {
  const pack: Pack | undefined = (await readPack(DUTY_PACK, packsFolder())).loaded?.own
  const rule = pack?.clocks?.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`pack ${DUTY_PACK} has no clock ${id}`)
  return rule
}
