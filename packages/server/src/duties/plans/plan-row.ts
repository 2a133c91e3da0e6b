import type { DutyPlan, LightRule } from '@eduduty/core/duties'
import { knowsCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Which plan. */
export interface PlanKey {
  readonly county: string
  readonly plan: string
}

interface PlanRow extends Omit<DutyPlan, 'plan' | 'county' | 'answer_days'> {
  readonly answer_days: number | null
  readonly plan_id: string
  readonly county_code: string
}

const columns = `p.county_code, p.plan_id, p.year, p.title, p.document, p.is_open, p.soon_days, p.silent_days, p.answer_days,
  p.opened_by, p.opened_at, (select count(*) from duties_tasks t where t.county_code = p.county_code and t.plan_id = p.plan_id
    and t.state <> 'cancelled') as tasks`

const viewOf = ({ plan_id: plan, county_code: county, answer_days: answer, ...row }: PlanRow): DutyPlan => ({
  plan,
  county,
  ...row,
  ...(answer !== null && { answer_days: answer }),
})

/** Plans of the counties in or above which the caller works, the newest first. Tasks are counted as far as they reach. */
export async function listPlans({ db, scopes }: Ctx): Promise<DutyPlan[]> {
  const rows = await db.run<PlanRow>(`select ${columns} from duties_plans p order by p.county_code, p.year desc`)
  return rows.filter(({ county_code: county }) => knowsCounty(scopes, county)).map(viewOf)
}

/** Records of a county are for whoever works in it or above it. Errors: `duties.county_not_found`. */
export function assertCountyKnown({ scopes }: Ctx, county: string): void {
  if (!knowsCounty(scopes, county)) throw new AppError('duties.county_not_found')
}

/** Errors: `duties.plan_not_found`. */
export async function getPlan({ db, scopes }: Ctx, { county, plan }: PlanKey): Promise<DutyPlan> {
  const [row] = await db.run<PlanRow>(
    `select ${columns} from duties_plans p where p.county_code = $1 and p.plan_id = $2`,
    [county, plan],
  )
  if (row === undefined || !knowsCounty(scopes, county)) throw new AppError('duties.plan_not_found')
  return viewOf(row)
}

/** Errors: `duties.plan_not_found`, `duties.plan_closed`. */
export async function getOpenPlan(ctx: Ctx, key: PlanKey): Promise<DutyPlan> {
  const plan = await getPlan(ctx, key)
  if (!plan.is_open) throw new AppError('duties.plan_closed', { title: plan.title })
  return plan
}

export const lightRuleOf = ({ soon_days: soonDays, silent_days: silentDays }: DutyPlan): LightRule => ({
  soonDays,
  silentDays,
})
