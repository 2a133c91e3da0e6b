import type { OutcomeList, Ranking, YearlySet, YearlySets } from '@eduduty/core/appraisal'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { appraisalsKey } from '../appraisal-queries.ts'

type SetKey = Pick<YearlySet, 'county' | 'year' | 'pack' | 'rating'>

export const setName = ({ county, year, pack, rating }: SetKey): string => [county, year, pack, rating].join('/')

export const yearlyPath = ({ county, year, pack, rating }: SetKey): string =>
  `/appraisal/yearly/${[county, String(year), pack, rating].map(encodeURIComponent).join('/')}`

export const yearlyQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...appraisalsKey, 'yearly'],
    queryFn: ({ signal }) => getJson<YearlySets>('/appraisal/yearly', signal),
  })

export const rankingQuery = (set: SetKey) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...appraisalsKey, 'ranking', setName(set)],
    queryFn: ({ signal }) => getJson<Ranking>(yearlyPath(set), signal),
  })

export const outcomesQuery = (year: string | undefined) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...appraisalsKey, 'outcomes', year],
    queryFn: ({ signal }) => getJson<OutcomeList>(`/appraisal/outcomes${queryString({ year })}`, signal),
  })
