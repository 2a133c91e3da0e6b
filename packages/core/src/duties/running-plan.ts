import type { DutyPlan } from './contracts.ts'

/**
 * The plan that a year is worked by: that of the calendar year as long as it is not ended, even when the next one is begun;
 * else the newest that is not ended; else the newest. `today` is a day of Beijing time, `2026-11-28`.
 */
export function runningPlan(plans: readonly DutyPlan[], today: string): DutyPlan | undefined {
  const newestFirst = plans.toSorted((one, other) => other.year - one.year)
  const open = newestFirst.filter((plan) => plan.is_open)
  return open.find(({ year }) => year === Number(today.slice(0, 4))) ?? open[0] ?? newestFirst[0]
}

export type PlanRules = Pick<DutyPlan, 'year' | 'soon_days' | 'silent_days' | 'answer_days'>

/** What a county is offered for its next plan. */
export interface ProposedPlan extends PlanRules {
  /** Title of the plan whose days are carried over; absent where the county has none. */
  readonly after?: string
}

/** The first year from the current one that has no plan, with the days of the county's last plan, else those of the pack. */
export function proposePlan(
  plans: readonly DutyPlan[],
  county: string,
  offered: Pick<PlanRules, 'soon_days' | 'silent_days'>,
  today: string,
): ProposedPlan {
  const own = plans.filter((plan) => plan.county === county).toSorted((one, other) => other.year - one.year)
  const taken = new Set(own.map((plan) => plan.year))
  let year = Number(today.slice(0, 4))
  while (taken.has(year)) year += 1
  const [last] = own
  if (last === undefined) return { year, soon_days: offered.soon_days, silent_days: offered.silent_days }
  const { soon_days, silent_days, answer_days, title: after } = last
  return { year, soon_days, silent_days, after, ...(answer_days !== undefined && { answer_days }) }
}
