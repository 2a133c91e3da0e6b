import { addWorkingDays, dayOf } from '@eduduty/core/calendar'
import type { DutyPlan } from '@eduduty/core/duties'
import { readCalendar } from '../../clocks/index.ts'
import type { Ctx } from '../../platform/ctx.ts'

/** The day that a letter of supervision written today is offered; undefined where the county has set none, or its calendar does not reach. */
export async function offerAnswerDay({ db, now }: Ctx, plan: DutyPlan): Promise<string | undefined> {
  if (plan.answer_days === undefined) return undefined
  const found = addWorkingDays(await readCalendar(db, plan.county), dayOf(now), plan.answer_days)
  return 'day' in found ? found.day : undefined
}
