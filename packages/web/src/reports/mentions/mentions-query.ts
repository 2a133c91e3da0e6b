import type { ReportMentionSearch, ReportMentions } from '@eduduty/core/reports'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { reportsKey } from '../drafts/draft-queries.ts'

/** A figure of an evaluation. */
export interface MentionedFigure {
  readonly county: string
  readonly pack: string
  readonly year: number
  readonly figure: string
}

/** Where figures stand in the drafts of its county, pack and year. */
export const mentionsQuery = ({ county, pack, year, figure }: ReportMentionSearch) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...reportsKey, 'mentions', county, pack, year, figure],
    queryFn: ({ signal }) =>
      getJson<ReportMentions>(`/reports/mentions${queryString({ county, pack, year: String(year), figure })}`, signal),
  })
