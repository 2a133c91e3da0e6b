import type { AreaList, UnitDetail } from '@eduduty/core/organizations'
import { queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../platform/api/http.ts'
import { organizationsKey } from '../platform/api/unit-tree.ts'
import type { AreasSearch } from './organizations-search.ts'

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
