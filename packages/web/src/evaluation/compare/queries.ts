import type { ComparisonAnswer, RankingAnswer } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'

const base = (run: string) => `/evaluation/runs/${encodeURIComponent(run)}`

/** `other`: `y2024` or the id of another run, as it stands in the address. */
export const comparisonQuery = (run: string, other: string) =>
  queryOptions({
    queryKey: ['comparison', run, other],
    queryFn: ({ signal }) => {
      const year = /^y(\d{4})$/.exec(other)?.[1]
      const query = queryString(year === undefined ? { with: other } : { year })
      return getJson<ComparisonAnswer>(`${base(run)}/comparison${query}`, signal)
    },
  })

export interface RankingFilter {
  readonly node: string
  readonly by: string | undefined
  readonly of: readonly string[]
}

export const rankingQuery = (run: string, { node, by, of }: RankingFilter) =>
  queryOptions({
    queryKey: ['ranking', run, node, by, of],
    queryFn: ({ signal }) => getJson<RankingAnswer>(`${base(run)}/ranking${queryString({ node, by, of })}`, signal),
  })
