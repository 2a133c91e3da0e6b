import { dayOf } from '@eduduty/core/calendar'
import { type DutyPlan, runningPlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { unitTreeQuery } from '../platform/api/unit-tree.ts'
import { plansQuery } from './duty-queries.ts'
import { dutyMessages as says } from './messages.ts'

/** As a plan stands in the address. */
export const planName = ({ county, plan }: DutyPlan): string => `${county}/${plan}`

/** The plans within reach, and the one that the address names; that of the running year where it names none. */
export function usePlan(named: string | undefined) {
  const plans = useQuery(plansQuery())
  const tree = useQuery(unitTreeQuery())
  const all = plans.data?.plans ?? []
  const counties = new Set(all.map(({ county }) => county))
  const nameOf = (code: string): string => tree.data?.counties.find((one) => one.code === code)?.name ?? code
  const plan = all.find((one) => planName(one) === named) ?? runningPlan(all, dayOf(new Date()))
  return {
    plans,
    plan,
    /** Those of the same county that are not ended either: as a rule the next year's, once it is begun. */
    others: all.filter((one) => one.is_open && one !== plan && one.county === plan?.county),
    choices: all.map((one) => ({
      value: planName(one),
      label: says.planLabel(counties.size > 1 ? nameOf(one.county) : '', one.title),
    })),
  }
}
