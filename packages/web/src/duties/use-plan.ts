import type { DutyPlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { plansQuery, treeQuery } from './duty-queries.ts'
import { dutyMessages as says } from './messages.ts'

/** As a plan stands in the address. */
export const planName = ({ county, plan }: DutyPlan): string => `${county}/${plan}`

/** The plans within reach, and the one that the address names; the newest where it names none. */
export function usePlan(named: string | undefined) {
  const plans = useQuery(plansQuery())
  const tree = useQuery(treeQuery())
  const all = plans.data?.plans ?? []
  const counties = new Set(all.map(({ county }) => county))
  const nameOf = (code: string): string => tree.data?.counties.find((one) => one.code === code)?.name ?? code
  const newest = [...all].sort((one, other) => other.year - one.year)[0]
  return {
    plans,
    plan: all.find((one) => planName(one) === named) ?? newest,
    choices: all.map((one) => ({
      value: planName(one),
      label: says.planLabel(counties.size > 1 ? nameOf(one.county) : '', one.title),
    })),
  }
}
