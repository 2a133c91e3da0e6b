import type { MoveEffect } from '@eduduty/core/evaluation'
import type {
  DraftCheck,
  DraftDifferences,
  DraftList,
  DraftNames,
  DraftView,
  GoldenOutcomes,
} from '@eduduty/core/packs'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'
import { packsKey } from '../packs-queries.ts'

export interface DraftPlace {
  readonly county: string
  readonly draft: string
}

export const draftsKey = [...packsKey, 'drafts'] as const

/** Where a draft stands below /api. */
export const draftPath = ({ county, draft }: DraftPlace): string =>
  `/packs/drafts/${encodeURIComponent(county)}/${encodeURIComponent(draft)}`

const keyOf = ({ county, draft }: DraftPlace, what: string) => [...draftsKey, county, draft, what] as const

export const draftListQuery = () =>
  queryOptions({
    queryKey: [...draftsKey, 'list'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<DraftList>('/packs/drafts', signal),
  })

/** Read once when the page opens: from then on the page holds what is written. */
export const draftQuery = (place: DraftPlace) =>
  queryOptions({
    queryKey: keyOf(place, 'view'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => getJson<DraftView>(draftPath(place), signal),
  })

export const checkQuery = (place: DraftPlace, revision: number) =>
  queryOptions({
    queryKey: [...keyOf(place, 'check'), revision],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<DraftCheck>(`${draftPath(place)}/check`, signal),
  })

export const namesQuery = (place: DraftPlace, at: string, revision: number) =>
  queryOptions({
    queryKey: [...keyOf(place, 'names'), at, revision],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<DraftNames>(`${draftPath(place)}/names${queryString({ place: at })}`, signal),
  })

export const goldenQuery = (place: DraftPlace, revision: number) =>
  queryOptions({
    queryKey: [...keyOf(place, 'golden'), revision],
    retry: false,
    queryFn: ({ signal }) => getJson<GoldenOutcomes>(`${draftPath(place)}/golden`, signal),
  })

export const differencesQuery = (place: DraftPlace, revision: number) =>
  queryOptions({
    queryKey: [...keyOf(place, 'differences'), revision],
    retry: false,
    queryFn: ({ signal }) => getJson<DraftDifferences>(`${draftPath(place)}/differences`, signal),
  })

/** A period's results with the draft instead of the version that it stands on. */
export const trialQuery = (place: DraftPlace, period: string, revision: number) =>
  queryOptions({
    queryKey: [...keyOf(place, 'trial'), period, revision],
    retry: false,
    queryFn: ({ signal }) => {
      const [county, one, draft] = [place.county, period, place.draft].map(encodeURIComponent)
      return getJson<MoveEffect>(`/evaluation/periods/${county}/${one}/drafts/${draft}`, signal)
    },
  })
