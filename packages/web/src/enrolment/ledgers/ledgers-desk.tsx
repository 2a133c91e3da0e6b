import { type LedgerBook, type LedgerPlace, ledgerTitles } from '@eduduty/core/enrolment'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { ExportsPart } from './exports-part.tsx'
import { differenceColumns, placeColumns } from './ledger-columns.tsx'
import { LedgerRowsPart } from './ledger-rows-part.tsx'
import { isLedger, type LedgersSearch, ledgerKinds, ledgerViews } from './ledger-search.ts'
import { ledgerMessages as says } from './messages.ts'

const route = getRouteApi('/shell/plain/enrolment/ledgers')

/** Counts by unit, each ledger child by child, and the differences, under one row of tabs. */
export function LedgersDesk({ county, book }: { county: string; book: LedgerBook }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = search.view ?? 'places'
  const change = (part: LedgersSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  return (
    <>
      <Tabs
        size="small"
        aria-label={says.title}
        activeKey={view}
        onChange={(key) => change({ view: ledgerViews.find((one) => one === key), state: undefined })}
        items={[
          { key: 'places', label: says.views.places },
          ...ledgerKinds.map((key) => ({ key, label: ledgerTitles[key] })),
          { key: 'differences', label: `${says.views.differences}（${book.differences.length}）` },
          { key: 'exports', label: says.exports.tab },
        ]}
        tabBarExtraContent={
          book.years.length > 0 && (
            <ChoiceFilter
              label={says.year}
              value={String(book.year)}
              options={book.years.map((year) => ({ value: String(year), label: says.yearOf(year) }))}
              pick={(year) => change({ year, unit: undefined })}
            />
          )
        }
      />
      {view === 'places' && <Places book={book} show={(unit) => change({ unit, view: 'children' })} />}
      {view === 'differences' && <Differences book={book} />}
      {view === 'exports' && <ExportsPart county={county} />}
      {isLedger(view) && <LedgerRowsPart county={county} book={book} ledger={view} search={search} change={change} />}
    </>
  )
}

function Places({ book, show }: { book: LedgerBook; show: (path: string) => void }): ReactNode {
  return (
    <PrintSheet head={`${says.title}　${says.yearOf(book.year)}`}>
      <LedgerTable<LedgerPlace>
        label={says.views.places}
        rows={book.places}
        columns={placeColumns(show)}
        rowKey={({ path }) => path}
        height="calc(100vh - 250px)"
        empty={<EmptyState title={says.noPlaces} advice={says.noYearAdvice} />}
      />
      <p className="muted">{says.heldTwice}</p>
    </PrintSheet>
  )
}

function Differences({ book }: { book: LedgerBook }): ReactNode {
  const rows = book.differences.map((difference, at) => ({ ...difference, at }))
  return (
    <LedgerTable
      label={says.views.differences}
      rows={rows}
      columns={differenceColumns}
      rowKey={({ at }) => String(at)}
      height="calc(100vh - 220px)"
      empty={<EmptyState title={says.agrees} advice="" />}
    />
  )
}
