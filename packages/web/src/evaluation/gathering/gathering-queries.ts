import type { DeliveriesAnswer, GatheringAnswer } from '@eduduty/core/evaluation'
import { queryOptions } from '@tanstack/react-query'
import { ApiError, getJson, queryString } from '../../platform/api/http.ts'
import type { GatheringSearch } from './gathering-search.ts'

/** Everything on the page is read anew after a step. */
export const gatheringKey = ['gathering'] as const

export const deliveriesPath = '/evaluation/deliveries'
export const deliveryPath = (county: string, delivery: string, deed: string) =>
  `${deliveriesPath}/${county}/${encodeURIComponent(delivery)}/${deed}`
export const gatheringPath = (area: string) => `/evaluation/gathering/${area}`

const notRetried = (times: number, error: Error) => !(error instanceof ApiError && error.status === 404) && times < 2

export const gatheringQuery = ({ area, pack, year }: GatheringSearch) =>
  queryOptions({
    queryKey: [...gatheringKey, 'members', area, pack, year],
    staleTime: 0,
    retry: notRetried,
    queryFn: ({ signal }) =>
      getJson<GatheringAnswer>(`/evaluation/gathering${queryString({ area, pack, year })}`, signal),
  })

export const deliveriesQuery = () =>
  queryOptions({
    queryKey: [...gatheringKey, 'own'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<DeliveriesAnswer>(deliveriesPath, signal),
  })
