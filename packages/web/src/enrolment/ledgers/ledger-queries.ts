import type { ExportList, LedgerBook, LedgerKind, LedgerRows } from '@eduduty/core/enrolment'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { askJson, getJson, queryString } from '../../platform/api/http.ts'
import type { LedgersSearch } from './ledger-search.ts'

export const ledgerPageSize = 100

const path = (county: string): string => `/enrolment/ledgers/${encodeURIComponent(county)}`

export const ledgersQuery = (county: string, year: string | undefined) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: ['enrolment', 'ledgers', county, year],
    queryFn: ({ signal }) => getJson<LedgerBook>(`${path(county)}${queryString({ year })}`, signal),
  })

/** `text`: a name, a village or a school, typed on the page; it goes in a body, never in an address. */
export const ledgerRowsQuery = (county: string, year: number, ledger: LedgerKind, search: LedgerRowsWanted) => {
  const { unit, state, text, page } = search
  const offset = (Math.max(1, Number(page ?? '1') || 1) - 1) * ledgerPageSize
  const wanted = { unit, state, offset: String(offset), limit: String(ledgerPageSize) }
  const where = `${path(county)}/${year}/${ledger}`
  return queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: ['enrolment', 'ledger', county, year, ledger, wanted, text],
    queryFn: ({ signal }) =>
      text === undefined
        ? getJson<LedgerRows>(`${where}${queryString(wanted)}`, signal)
        : askJson<LedgerRows>(`${where}/search`, { unit, state, text, offset, limit: ledgerPageSize }),
  })
}

interface LedgerRowsWanted extends LedgersSearch {
  readonly text?: string | undefined
}

export const exportsKey = ['enrolment', 'exports'] as const

/** Below /api: where a ledger is asked for as a file. */
export const exportsPath = (county: string, year: number, ledger: LedgerKind): string =>
  `${path(county)}/${year}/${ledger}/exports`

export const exportPath = (county: string, id: string): string =>
  `/enrolment/exports/${encodeURIComponent(county)}/${encodeURIComponent(id)}`

export const exportsQuery = (county: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...exportsKey, county],
    queryFn: ({ signal }) => getJson<ExportList>(`/enrolment/exports/${encodeURIComponent(county)}`, signal),
  })
