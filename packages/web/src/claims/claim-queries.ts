import type { CheckDetail, CheckList } from '@eduduty/core/claims'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../platform/api/http.ts'

export interface CheckKey {
  readonly county: string
  readonly check: string
}

export const checksKey = ['claims'] as const

/** Below /api. */
export const checkPath = ({ county, check }: CheckKey): string =>
  `/claims/checks/${encodeURIComponent(county)}/${encodeURIComponent(check)}`

export const checksQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...checksKey, 'list'],
    queryFn: ({ signal }) => getJson<CheckList>('/claims/checks', signal),
  })

export const checkKeyOf = ({ county, check }: CheckKey) => [...checksKey, 'one', county, check] as const

export const checkQuery = (key: CheckKey) =>
  queryOptions({
    queryKey: checkKeyOf(key),
    queryFn: ({ signal }) => getJson<CheckDetail>(checkPath(key), signal),
  })
