import type { CountList, MechanismList, MeetingList } from '@eduduty/core/duties'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { dutiesKey } from '../duty-queries.ts'

/** A county's year. */
export interface YearKey {
  readonly county: string
  readonly year: number
}

const listQuery = <T>(what: 'meetings' | 'mechanisms' | 'counts', { county, year }: YearKey) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...dutiesKey, what, county, year],
    queryFn: ({ signal }) =>
      getJson<T>(`/duties/${what}/${encodeURIComponent(county)}${queryString({ year: String(year) })}`, signal),
  })

export const meetingsQuery = (key: YearKey) => listQuery<MeetingList>('meetings', key)
export const mechanismsQuery = (key: YearKey) => listQuery<MechanismList>('mechanisms', key)
export const countsQuery = (key: YearKey) => listQuery<CountList>('counts', key)

export const recordsPath = (what: string, county: string, ...rest: readonly string[]): string =>
  ['', 'duties', what, encodeURIComponent(county), ...rest.map(encodeURIComponent)].join('/')
