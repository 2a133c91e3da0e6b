import type { UnitTree } from '@eduduty/core/organizations'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from './http.ts'

/** Below it stands all that is known of units; a change of them asks for it anew. */
export const organizationsKey = ['organizations'] as const

export interface TreeFilter {
  readonly county?: string | undefined
  /** The day as of which the units are; today when absent. */
  readonly as_of?: string | undefined
}

/** Units and counties within reach of whoever is signed in; their own county without `county`. */
export const unitTreeQuery = (filter: TreeFilter = {}) =>
  queryOptions({
    queryKey: [...organizationsKey, 'tree', filter],
    queryFn: ({ signal }) => getJson<UnitTree>(`/organizations/tree${queryString({ ...filter })}`, signal),
  })
