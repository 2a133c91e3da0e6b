import { dayOf } from '@eduduty/core/calendar'
import { type DutyPlan, type RecordUnit, runningPlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { plansQuery } from '../duty-queries.ts'
import type { YearKey } from './mechanism-queries.ts'
import type { MechanismSearch } from './mechanism-search.ts'

/** The county and year in sight, and the plan in which decisions of the year become tasks. */
export interface Mechanisms extends YearKey {
  readonly plan: DutyPlan | undefined
  readonly years: readonly number[]
  readonly counties: readonly { readonly code: string; readonly name: string }[]
}

export function useMechanisms(search: MechanismSearch): Mechanisms | undefined {
  const plans = useQuery(plansQuery())
  const tree = useQuery(unitTreeQuery())
  if (plans.data === undefined || tree.data === undefined) return undefined
  const county = search.county ?? tree.data.county
  const own = plans.data.plans.filter((plan) => plan.county === county)
  const today = dayOf(new Date())
  const now = Number(today.slice(0, 4))
  const years = [...new Set([now, now - 1, ...own.map(({ year }) => year)])].sort((one, other) => other - one)
  const year = Number(search.year ?? Math.max(runningPlan(own, today)?.year ?? 0, now - 1)) || now
  return { county, year, years, plan: own.find((plan) => plan.year === year), counties: tree.data.counties }
}

export const unitOptions = (units: readonly RecordUnit[]) =>
  units.map(({ unit: value, name: label }) => ({ value, label }))

/** Every open unit of a county, to be chosen from. */
export function useUnitOptions(county: string, kinds?: readonly string[]) {
  const { data } = useQuery(unitTreeQuery({ county }))
  return (data?.units ?? [])
    .filter(({ closed_on: closed, kind }) => closed === null && (kinds === undefined || kinds.includes(kind)))
    .map(({ unit_id: value, name: label }) => ({ value, label }))
}
