import type { PeriodicList, PeriodicView } from '@eduduty/core/enrolment'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'

export const periodicKey = ['enrolment', 'periodic'] as const

/** Below /api. */
export const periodicPath = (county: string): string => `/enrolment/periodic/${encodeURIComponent(county)}`

export const onePeriodicPath = (county: string, id: string): string =>
  `${periodicPath(county)}/${encodeURIComponent(id)}`

export const periodicQuery = (county: string, year: string | undefined) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...periodicKey, 'list', county, year],
    queryFn: ({ signal }) => getJson<PeriodicList>(`${periodicPath(county)}${queryString({ year })}`, signal),
  })

/** `on`: the day that the ledgers are counted for; without it the day last stated, or today. */
export const onePeriodicQuery = (county: string, id: string, on?: string) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...periodicKey, 'one', county, id, on],
    queryFn: ({ signal }) => getJson<PeriodicView>(`${onePeriodicPath(county, id)}${queryString({ on })}`, signal),
  })
