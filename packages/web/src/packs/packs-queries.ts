import type { InstalledPacks, InstalledVersion, PackVersionView } from '@eduduty/core/packs'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../platform/api/http.ts'

export const packsKey = ['packs'] as const

/** `id/hash`: how a version stands in addresses. */
export const versionKey = ({ pack_id, hash }: Pick<InstalledVersion, 'pack_id' | 'hash'>): string =>
  `${pack_id}/${hash}`

export const installedQuery = () =>
  queryOptions({
    queryKey: [...packsKey, 'installed'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Pick<InstalledPacks, 'versions'>>('/packs', signal),
  })

export const offeredQuery = () =>
  queryOptions({
    queryKey: [...packsKey, 'offered'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Pick<InstalledPacks, 'offered'>>('/packs/offered', signal),
  })

export const versionQuery = (key: string) =>
  queryOptions({
    queryKey: [...packsKey, 'version', key],
    queryFn: ({ signal }) =>
      getJson<PackVersionView>(`/packs/${key.split('/').map(encodeURIComponent).join('/')}`, signal),
  })
