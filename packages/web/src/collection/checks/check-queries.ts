import type { CountyCheckFindings, CountyCheckResult, CountyCheckRun } from '@eduduty/core/collection/tasks'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'
import { type PeriodKey, periodPath } from '../periods/period-queries.ts'

/** Not below the key of collecting: it is long, and nothing that one person does changes it. */
export const checkKey = (key: PeriodKey) => ['county check', key.county, key.period] as const

export const checkPath = (key: PeriodKey): string => `${periodPath(key)}/checks`

export const checkQuery = (key: PeriodKey) =>
  queryOptions({
    queryKey: checkKey(key),
    staleTime: 0,
    queryFn: ({ signal }) => getJson<CountyCheckRun>(checkPath(key), signal),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1_000 : false),
  })

/** What the last check that was done found: read once for each such check. */
export const checkFindingsQuery = (key: PeriodKey, { started_at }: CountyCheckResult) =>
  queryOptions({
    queryKey: [...checkKey(key), 'findings', started_at],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => getJson<CountyCheckFindings>(`${checkPath(key)}/findings`, signal),
  })
