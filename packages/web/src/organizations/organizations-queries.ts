import type { AreaList, UnitDetail, UnitTree } from '@eduduty/core/organizations'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../platform/api/http.ts'
import type { AreasSearch } from './organizations-search.ts'

export const organizationsKey = ['organizations'] as const

export const treeQuery = (filter: { county?: string | undefined; as_of?: string | undefined }) =>
  queryOptions({
    queryKey: [...organizationsKey, 'tree', filter],
    queryFn: ({ signal }) => getJson<UnitTree>(`/organizations/tree${queryString({ ...filter })}`, signal),
  })

/** `key`: `990101/T01`. */
export const unitQuery = (key: string) =>
  queryOptions({
    queryKey: [...organizationsKey, 'unit', key],
    queryFn: ({ signal }) => getJson<UnitDetail>(`/organizations/units/${key}`, signal),
  })

export const areasQuery = ({ as_of, parent, q, ended }: AreasSearch) =>
  queryOptions({
    queryKey: [...organizationsKey, 'areas', { as_of, parent, q, ended }],
    queryFn: ({ signal }) => {
      const wanted = { as_of, parent, text: q, ended: ended === 'yes' ? 'true' : undefined }
      return getJson<AreaList>(`/organizations/areas${queryString(wanted)}`, signal)
    },
  })
