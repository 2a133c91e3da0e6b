import type { AppraisalDetail, AppraisalList, AppraisalOffers, RaterList } from '@eduduty/core/appraisal'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../platform/api/http.ts'
import { useChange } from '../platform/form/use-change.ts'
import type { AppraisalsSearch } from './appraisal-search.ts'

export interface AppraisalKey {
  readonly county: string
  readonly appraisal: string
}

/** Everything of appraisals that somebody may change at any moment. */
export const appraisalsKey = ['appraisals'] as const

export const appraisalPath = ({ county, appraisal }: AppraisalKey): string =>
  `/appraisal/appraisals/${encodeURIComponent(county)}/${encodeURIComponent(appraisal)}`

export const appraisalsQuery = (search: AppraisalsSearch) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...appraisalsKey, 'list', search],
    queryFn: ({ signal }) => getJson<AppraisalList>(`/appraisal/appraisals${queryString({ ...search })}`, signal),
  })

export const appraisalQuery = (key: AppraisalKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...appraisalsKey, 'one', key.county, key.appraisal],
    queryFn: ({ signal }) => getJson<AppraisalDetail>(appraisalPath(key), signal),
  })

export const offersQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...appraisalsKey, 'offers'],
    queryFn: ({ signal }) => getJson<AppraisalOffers>('/appraisal/offers', signal),
  })

export const ratersQuery = (key: AppraisalKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...appraisalsKey, 'raters', key.county, key.appraisal],
    queryFn: ({ signal }) => getJson<RaterList>(`${appraisalPath(key)}/raters`, signal),
  })

/** Does something with an appraisal; says how it came out, and has what is shown of appraisals read anew. */
export function useAppraisalDeed<T = AppraisalDetail>(): ReturnType<typeof useChange<T>> {
  return useChange<T>(appraisalsKey)
}
