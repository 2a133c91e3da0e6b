import { type LedgerBook, type LedgerPlace, ledgerTitles } from '@eduduty/core/enrolment'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
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
              required
              value={String(book.year)}
              options={book.years.map((year) => ({ value: String(year), label: says.yearOf(year) }))}
              pick={(year) => change({ year, unit: undefined })}
            />
          )
        }
      />
      {view === 'places' && (
        <Places
          book={book}
          show={(unit) => change({ unit, view: 'children' })}
          see={(year) => change({ year: String(year), unit: undefined })}
        />
      )}
      {view === 'differences' && <Differences county={county} book={book} />}
      {view === 'exports' && <ExportsPart county={county} />}
      {isLedger(view) && <LedgerRowsPart county={county} book={book} ledger={view} search={search} change={change} />}
    </>
  )
}

interface PlacesProps {
  readonly book: LedgerBook
  readonly show: (path: string) => void
  readonly see: (year: number) => void
}

function Places({ book, show, see }: PlacesProps): ReactNode {
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
      <p className="muted">
        {says.ofYear(book.year)}
        {says.heldTwice}
      </p>
      {[
        ...book.earlier_open.map(({ year, open }) => ({ year, text: says.earlierOpen(year, open) })),
        ...book.begun.map(({ year, children }) => ({ year, text: says.begun(year, children) })),
      ].map(({ year, text }) => (
        <p key={year} className="note">
          {text}
          <Button type="link" size="small" onClick={() => see(year)}>
            {says.seeYear(year)}
          </Button>
        </p>
      ))}
    </PrintSheet>
  )
}

function Differences({ county, book }: { county: string; book: LedgerBook }): ReactNode {
  const rows = book.differences.map((difference, at) => ({ ...difference, at }))
  return (
    <LedgerTable
      label={says.views.differences}
      rows={rows}
      columns={differenceColumns(county)}
      rowKey={({ at }) => String(at)}
      height="calc(100vh - 220px)"
      empty={<EmptyState title={says.agrees} advice="" />}
    />
  )
}
