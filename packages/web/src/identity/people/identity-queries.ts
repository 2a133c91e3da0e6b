import type {
  AccessAnswer,
  AdministratorDesk,
  GrantList,
  PersonAccess,
  PersonDetail,
  PersonList,
  PostList,
  TenureList,
} from '@eduduty/core/identity'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../../platform/api/http.ts'

export const identityKey = ['identity'] as const

type Filter = Readonly<Record<string, string | undefined>>

/** Rows that somebody may change at any moment: asked anew whenever a page is entered. */
const fresh = { staleTime: 0, placeholderData: keepPreviousData } as const

export const peopleQuery = (filter: Filter) =>
  queryOptions({
    ...fresh,
    queryKey: [...identityKey, 'people', filter],
    queryFn: ({ signal }) => getJson<PersonList>(`/identity/people${queryString(filter)}`, signal),
  })

/** `key`: county code and id, as they stand in the address: `990101/…`. */
export const personQuery = (key: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...identityKey, 'person', key],
    queryFn: ({ signal }) => getJson<PersonDetail>(`/identity/people/${key}`, signal),
  })

export const postsQuery = (filter: Filter) =>
  queryOptions({
    ...fresh,
    queryKey: [...identityKey, 'posts', filter],
    queryFn: ({ signal }) => getJson<PostList>(`/identity/posts${queryString(filter)}`, signal),
  })

export const tenuresQuery = (filter: Filter) =>
  queryOptions({
    ...fresh,
    queryKey: [...identityKey, 'tenures', filter],
    queryFn: ({ signal }) => getJson<TenureList>(`/identity/tenures${queryString(filter)}`, signal),
  })

export const grantsQuery = (filter: Filter) =>
  queryOptions({
    ...fresh,
    queryKey: [...identityKey, 'grants', filter],
    queryFn: ({ signal }) => getJson<GrantList>(`/identity/grants${queryString(filter)}`, signal),
  })

export const accessQuery = (path: string, verb: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...identityKey, 'access', path, verb],
    queryFn: ({ signal }) => getJson<AccessAnswer>(`/identity/access${queryString({ path, verb })}`, signal),
  })

export const personAccessQuery = (key: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...identityKey, 'person access', key],
    queryFn: ({ signal }) => getJson<PersonAccess>(`/identity/access/${key}`, signal),
  })

export const deskQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...identityKey, 'desk'],
    queryFn: ({ signal }) => getJson<AdministratorDesk>('/identity/administrators', signal),
  })
