import type { FindingList, MatchOverview, ProposalList, RiskChildren } from '@eduduty/core/enrolment'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import type { MatchSearch } from './match-search.ts'

export const matchingKey = ['enrolment', 'matching'] as const

/** Below /api. */
export const matchingPath = (county: string, ...parts: readonly string[]): string =>
  `/enrolment/matching/${[county, ...parts].map(encodeURIComponent).join('/')}`

const WATCH_MS = 2_000

/** Asked again while a run is under way. */
export const overviewQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...matchingKey, 'overview', county],
    queryFn: ({ signal }) => getJson<MatchOverview>(matchingPath(county), signal),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? WATCH_MS : false),
  })

export const proposalsQuery = (county: string, { sure }: MatchSearch) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...matchingKey, 'proposals', county, sure],
    queryFn: ({ signal }) =>
      getJson<ProposalList>(`${matchingPath(county, 'proposals')}${queryString({ state: 'open', sure })}`, signal),
  })

export const findingsQuery = (county: string, { state = 'open', ledger }: MatchSearch) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...matchingKey, 'findings', county, state, ledger],
    queryFn: ({ signal }) =>
      getJson<FindingList>(`${matchingPath(county, 'findings')}${queryString({ state, ledger })}`, signal),
  })

export const risksQuery = (county: string) =>
  queryOptions({
    queryKey: [...matchingKey, 'risks', county],
    queryFn: ({ signal }) => getJson<RiskChildren>(`/enrolment/risks/${encodeURIComponent(county)}`, signal),
  })
