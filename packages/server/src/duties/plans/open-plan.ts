import { randomUUID } from 'node:crypto'
import type { DutyPlan, OpenPlanBody } from '@eduduty/core/duties'
import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getPlan } from './plan-row.ts'

/** Begins a year's breakdown. Errors: `duties.whole_county`, `duties.plan_exists`. */
export async function openPlan(ctx: Ctx, body: OpenPlanBody): Promise<DutyPlan> {
  if (!reachesCounty(ctx.scopes, body.county)) throw new AppError('duties.whole_county')
  const plan = randomUUID()
  try {
    await ctx.db.kysely
      .insertInto('duties_plans')
      .values({
        county_code: body.county,
        plan_id: plan,
        year: body.year,
        title: body.title.trim(),
        document: body.document.trim(),
        soon_days: body.soon_days,
        silent_days: body.silent_days,
        answer_days: body.answer_days ?? null,
        opened_by: ctx.actor.name,
        opened_at: ctx.now,
      })
      .execute()
  } catch (error) {
    if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
      throw new AppError('duties.plan_exists', { year: body.year })
    throw error
  }
  ctx.audit({ action: 'duties.open_plan', subject: body.title.trim(), detail: { year: body.year } })
  return getPlan(ctx, { county: body.county, plan })
}

/** Ends a year, or takes it up again. Errors: `duties.plan_not_found`, `duties.whole_county`. */
export async function closePlan(ctx: Ctx, { county, plan: id }: { county: string; plan: string }): Promise<DutyPlan> {
  const plan = await getPlan(ctx, { county, plan: id })
  if (!reachesCounty(ctx.scopes, county)) throw new AppError('duties.whole_county')
  await ctx.db.kysely
    .updateTable('duties_plans')
    .set({ is_open: !plan.is_open })
    .where('county_code', '=', county)
    .where('plan_id', '=', id)
    .execute()
  ctx.audit({ action: plan.is_open ? 'duties.close_plan' : 'duties.reopen_plan', subject: plan.title })
  return { ...plan, is_open: !plan.is_open }
}
