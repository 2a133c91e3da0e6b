import type { ActionEntry, EventList, EventView, VerifyState } from '@eduduty/core/audit'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../platform/api/http.ts'
import type { AuditFilter } from './audit-search.ts'

/** Events, newest first, in pages; always asked anew, because there are new ones all the time. */
export const eventsQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'events', filter],
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<EventList>(
        `/audit/events${queryString({ ...filter, before: pageParam === '' ? undefined : pageParam })}`,
        signal,
      ),
    getNextPageParam: (page: EventList) => (page.more ? page.events.at(-1)?.cursor : undefined),
  })

export const actionsQuery = () =>
  queryOptions({
    queryKey: ['audit', 'actions'],
    queryFn: ({ signal }) => getJson<readonly ActionEntry[]>('/audit/actions', signal),
  })

/** One event by `county-number`, for a link that somebody passed on. */
export const eventQuery = (key: string) =>
  queryOptions({
    queryKey: ['audit', 'event', key],
    queryFn: ({ signal }) => getJson<EventView>(`/audit/events/${key.replace('-', '/')}`, signal),
  })

export const verifyQuery = () =>
  queryOptions({
    queryKey: ['audit', 'verify'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<VerifyState>('/audit/verify', signal),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1_000 : false),
  })
