import type { ReportMentionSearch, ReportMentions } from '@eduduty/core/reports'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { reportsKey } from '../drafts/draft-queries.ts'

/** Where a figure stands in the drafts of its county, pack and year. */
export const mentionsQuery = ({ county, pack, year, figure }: ReportMentionSearch) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...reportsKey, 'mentions', county, pack, year, figure],
    queryFn: ({ signal }) =>
      getJson<ReportMentions>(`/reports/mentions${queryString({ county, pack, year: String(year), figure })}`, signal),
  })
