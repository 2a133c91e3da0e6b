import type {
  Catalogue,
  CatalogueList,
  IndicatorEvidence,
  NeedList,
  NeedView,
  PaperList,
  PaperView,
  Preview,
  QuotaList,
} from '@eduduty/core/archive'
import type { InstalledPacks } from '@eduduty/core/packs'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchFile, getJson, queryString } from '../platform/api/http.ts'
import type { CatalogueSearch, PapersSearch } from './archive-search.ts'

export const archiveKey = ['archive'] as const

export const archivePageSize = 200

export type CatalogueKey = Pick<Catalogue, 'county' | 'catalogue'>

const path = (...parts: readonly string[]): string => `/archive/${parts.map(encodeURIComponent).join('/')}`

/** Below /api. */
export const cataloguePath = ({ county, catalogue }: CatalogueKey): string => path('catalogues', county, catalogue)
export const needsPath = (county: string): string => path('needs', county)
export const needPath = (county: string, need: string): string => path('needs', county, need)
export const paperPath = (county: string, paper: string): string => path('papers', county, paper)
export const versionPath = (county: string, paper: string, version: number): string =>
  `${paperPath(county, paper)}/versions/${version}`

const offsetOf = (page: string | undefined): number => (Math.max(1, Number(page ?? '1') || 1) - 1) * archivePageSize

export const cataloguesQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...archiveKey, 'catalogues'],
    queryFn: ({ signal }) => getJson<CatalogueList>('/archive/catalogues', signal),
  })

type NeedFilter = Pick<CatalogueSearch, 'state' | 'open' | 'indicator' | 'unit' | 'text' | 'requested'>

/** Needs of a catalogue from `offset` on. */
export function readNeeds(key: CatalogueKey, filter: NeedFilter, offset: number, signal?: AbortSignal) {
  const { state, open, indicator, unit, text, requested } = filter
  const place = { offset: String(offset), limit: String(archivePageSize) }
  const query = queryString({ state, open, indicator, unit, text, requested, ...place })
  return getJson<NeedList>(`${cataloguePath(key)}/needs${query}`, signal)
}

export const needsQuery = (key: CatalogueKey, search: CatalogueSearch) => {
  const { state, open, indicator, unit, text, requested, page } = search
  const filter = { state, open, indicator, unit, text, requested }
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...archiveKey, 'needs', key.county, key.catalogue, filter, page],
    queryFn: ({ signal }) => readNeeds(key, filter, offsetOf(page), signal),
  })
}

export const needQuery = (county: string, need: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...archiveKey, 'need', county, need],
    queryFn: ({ signal }) => getJson<NeedView>(needPath(county, need), signal),
  })

export const papersQuery = (county: string, search: PapersSearch) => {
  const { text, kind, unit, only, page } = search
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...archiveKey, 'papers', county, text, kind, unit, only, page],
    queryFn: ({ signal }) => {
      const marks = only === undefined ? {} : { [only]: 'true' }
      const place = { offset: String(offsetOf(page)), limit: String(archivePageSize) }
      return getJson<PaperList>(
        `${path('papers', county)}${queryString({ text, kind, unit, ...marks, ...place })}`,
        signal,
      )
    },
  })
}

export const paperQuery = (county: string, paper: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...archiveKey, 'paper', county, paper],
    queryFn: ({ signal }) => getJson<PaperView>(paperPath(county, paper), signal),
  })

/** A version of a paper, and why somebody opens it, where that is asked. */
export interface VersionKey {
  readonly county: string
  readonly paper: string
  readonly version: number
  readonly reason: string | undefined
}

/** A version never changes; what was opened for a reason is forgotten when it is closed. */
export const previewQuery = ({ county, paper, version, reason }: VersionKey) =>
  queryOptions({
    queryKey: ['archive preview', county, paper, version, reason],
    ...(reason !== undefined && { gcTime: 0 }),
    queryFn: ({ signal }) =>
      getJson<Preview>(`${versionPath(county, paper, version)}/preview${queryString({ reason })}`, signal),
  })

/** The file itself: not held in memory when it is not shown. */
export const fileQuery = ({ county, paper, version, reason }: VersionKey) =>
  queryOptions({
    queryKey: ['archive file', county, paper, version, reason],
    gcTime: 0,
    queryFn: () => fetchFile(`${versionPath(county, paper, version)}/file${queryString({ reason })}`),
  })

export const quotaPath = (county: string, unit: string): string => path('quotas', county, unit)

export const quotasQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...archiveKey, 'quotas', county],
    queryFn: ({ signal }) => getJson<QuotaList>(path('quotas', county), signal),
  })

export interface EvidenceAsked {
  readonly county: string
  readonly pack: string
  readonly indicators: readonly string[]
  readonly year: number
  /** Id or code of the unit that owes it; absent: all. */
  readonly unit?: string
}

export const evidenceQuery = (asked: EvidenceAsked) =>
  queryOptions({
    staleTime: 30_000,
    queryKey: [...archiveKey, 'evidence', asked],
    queryFn: ({ signal }) => {
      const { county, pack, indicators, year, unit } = asked
      const query = queryString({ indicator: indicators, year: String(year), unit })
      return getJson<IndicatorEvidence>(`${path('indicators', county, pack)}${query}`, signal)
    },
  })

/** Packs that a catalogue may grow from, each once: the installed ones, and with `offered` those that are shipped. */
export const packsQuery = (offered: boolean) =>
  queryOptions({
    queryKey: ['packs', 'for catalogues', offered],
    queryFn: async ({ signal }) => {
      const shipped = offered
        ? await getJson<Pick<InstalledPacks, 'offered'>>('/packs/offered', signal)
        : { offered: [] }
      const installed = await getJson<Pick<InstalledPacks, 'versions'>>('/packs', signal)
      const titles = new Map(
        [...shipped.offered, ...installed.versions].map(({ pack_id: id, title }) => [id, title] as const),
      )
      return [...titles].map(([id, title]) => ({ id, title }))
    },
  })
