import type { DeadlinesAnswer, TurnsAnswer } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'

const base = (run: string) => `/evaluation/runs/${encodeURIComponent(run)}`

export const turnsQuery = (run: string) =>
  queryOptions({
    queryKey: ['turns', run],
    queryFn: ({ signal }) => getJson<TurnsAnswer>(`${base(run)}/turns`, signal),
  })

export const deadlinesQuery = (run: string) =>
  queryOptions({
    queryKey: ['deadlines', run],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<DeadlinesAnswer>(`${base(run)}/deadlines`, signal),
  })
