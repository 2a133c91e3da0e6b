import type { CaseUnitNames } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { unitNamesQuery } from './case-queries.ts'

export interface UnitChoice {
  readonly value: string
  readonly label: string
  /** Of a school: the township in which it lies. */
  readonly township?: string | undefined
}

interface UnitChoices {
  readonly schools: readonly UnitChoice[]
  readonly townships: readonly UnitChoice[]
  /** Other counties. */
  readonly counties: readonly UnitChoice[]
  readonly isPending: boolean
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** Townships and schools of a county and the other counties, to be chosen by name. */
export function useUnitChoices(county: string): UnitChoices {
  const { data, isPending, error, refetch } = useQuery(unitNamesQuery(county))
  const [schools, townships] = [choicesOf(data, 'school'), choicesOf(data, 'township')]
  const counties = (data?.counties ?? []).map((one) => ({ value: one.county, label: one.name }))
  return { schools, townships, counties, isPending, error, refetch }
}

function choicesOf(names: CaseUnitNames | undefined, kind: 'school' | 'township'): readonly UnitChoice[] {
  return (names?.units ?? []).flatMap((one) =>
    one.kind === kind ? [{ value: one.unit, label: one.name, township: one.township }] : [],
  )
}
