import type { RetentionView } from '@eduduty/core/enrolment'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'

export const retentionKey = ['enrolment', 'retention'] as const

/** Below /api. */
export const retentionPath = (county: string): string => `/enrolment/retention/${county}`

export const retentionQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...retentionKey, county],
    queryFn: ({ signal }) => getJson<RetentionView>(retentionPath(county), signal),
  })
