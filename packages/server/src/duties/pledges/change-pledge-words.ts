import type { PledgeTextBody } from '@eduduty/core/duties'
import { areaPath } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'
import { getOpenPlan, type PlanKey } from '../plans/plan-row.ts'

/** The county's own words for the pledges of a plan; those made with others no longer hold. Errors: `duties.plan_closed`, `duties.whole_county`. */
export async function changePledgeWords(acting: Acting, key: PlanKey, body: PledgeTextBody): Promise<void> {
  const { ctx } = acting
  const plan = await getOpenPlan(ctx, key)
  if (!issuesFor(acting, areaPath(key.county))) throw new AppError('duties.whole_county')
  await ctx.db.kysely
    .updateTable('duties_plans')
    .set({
      pledge_title: body.title.trim(),
      pledge_preamble: body.preamble.trim(),
      pledge_closing: body.closing.trim(),
    })
    .where('county_code', '=', key.county)
    .where('plan_id', '=', key.plan)
    .execute()
  ctx.audit({ action: 'duties.change_pledge_text', subject: plan.title })
}
