import type { DutyPlan, PlanRulesBody } from '@eduduty/core/duties'
import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getOpenPlan, getPlan, type PlanKey } from './plan-row.ts'

/**
 * Says anew when the lights of a year turn and what is offered for letters of supervision. Errors: `duties.plan_not_found`,
 * `duties.plan_closed`, `duties.whole_county`.
 */
export async function setPlanRules(ctx: Ctx, key: PlanKey, body: PlanRulesBody): Promise<DutyPlan> {
  const plan = await getOpenPlan(ctx, key)
  if (!reachesCounty(ctx.scopes, key.county)) throw new AppError('duties.whole_county')
  const { soon_days, silent_days, answer_days = null } = body
  await ctx.db.kysely
    .updateTable('duties_plans')
    .set({ soon_days, silent_days, answer_days })
    .where('county_code', '=', key.county)
    .where('plan_id', '=', key.plan)
    .execute()
  ctx.audit({
    action: 'duties.set_rules',
    subject: plan.title,
    detail: { soon_days, silent_days, ...(answer_days !== null && { answer_days }) },
  })
  return getPlan(ctx, key)
}
