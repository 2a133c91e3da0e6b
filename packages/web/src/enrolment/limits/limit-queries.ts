import type { LimitList } from '@eduduty/core/enrolment'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'

/** Cases, reports and what is kept are told by the same numbers: all of it is read anew. */
export const limitsStale = ['enrolment'] as const

/** Below /api. */
export const limitsPath = (county: string): string => `/enrolment/limits/${county}`

export const limitsQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: ['enrolment', 'limits', county],
    queryFn: ({ signal }) => getJson<LimitList>(limitsPath(county), signal),
  })
