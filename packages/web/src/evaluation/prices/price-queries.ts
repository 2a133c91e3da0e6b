import type { PriceTable } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'

export const pricesPath = (run: string) => `/evaluation/runs/${encodeURIComponent(run)}/prices`

export const pricesKey = ['prices'] as const

export const pricesQuery = (run: string) =>
  queryOptions({
    queryKey: [...pricesKey, run],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<PriceTable>(pricesPath(run), signal),
  })
