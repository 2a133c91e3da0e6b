import { type PeriodicList, type PeriodicRow, periodicStateTitles } from '@eduduty/core/enrolment'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { UndecidedNote } from '../limits/undecided-note.tsx'
import { periodicMessages as says } from './messages.ts'
import { periodicColumns } from './periodic-columns.tsx'
import { PeriodicPanel } from './periodic-panel.tsx'
import { type PeriodicSearch, periodicStates } from './periodic-search.ts'

const route = getRouteApi('/shell/plain/enrolment/periodic')

/** The reports of a year, narrowed by what stands in the address; the row opens its panel. */
export function PeriodicDesk({ county, list }: { county: string; list: PeriodicList }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: PeriodicSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const close = () => change({ periodic: undefined })
  const rows = list.rows.filter((row) => fits(row, search))
  return (
    <>
      <div className="filters">
        <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} />
        <ChoiceFilter
          label={says.year}
          required
          value={String(list.year)}
          options={list.years.map((year) => ({ value: String(year), label: says.yearOf(year) }))}
          pick={(year) => change({ year })}
        />
        <ChoiceFilter
          label={says.kind}
          value={search.title}
          options={[...new Set(list.rows.map(({ title }) => title))].map((title) => ({ value: title, label: title }))}
          pick={(title) => change({ title })}
        />
        <ChoiceFilter
          label={says.state}
          value={search.state}
          options={periodicStates.map((state) => ({ value: state, label: periodicStateTitles[state] }))}
          pick={(state) => change({ state: periodicStates.find((one) => one === state) })}
        />
        <span className="filters-end muted">{countsOf(rows)}</span>
      </div>
      <UndecidedNote county={county} use="reports" />
      <Marks rows={rows} />
      <div className="stacked">
        <PrintSheet head={`${says.title}　${says.yearOf(list.year)}`}>
          <LedgerTable<PeriodicRow>
            label={says.title}
            rows={rows}
            columns={periodicColumns}
            rowKey={({ periodic }) => periodic}
            onOpen={({ periodic }) => change({ periodic })}
            selected={search.periodic}
            height="calc(100vh - 250px)"
            empty={<Empty list={list} />}
          />
        </PrintSheet>
      </div>
      {search.periodic !== undefined && (
        <PeriodicPanel key={search.periodic} county={county} periodic={search.periodic} close={close} />
      )}
    </>
  )
}

/** What the marks in the list mean and who mends it, once for all rows. */
function Marks({ rows }: { rows: readonly PeriodicRow[] }): ReactNode {
  const enters = useMay()('clocks.enter_calendar')
  const years = [...new Set(rows.flatMap(({ missing_year: year }) => year ?? []))].toSorted((one, other) => one - other)
  const isUnverified = rows.some(({ unverified }) => unverified)
  if (years.length === 0 && !isUnverified) return null
  return (
    <p className="note">
      {years.map((year) => (
        <span key={year} className="before">
          {says.signs.missing} {says.missing(year)}：{enters ? says.missingHint : says.missingBy}。
          {enters && (
            <Link to="/clocks/calendar" search={{ year: String(year) }}>
              {says.enter}
            </Link>
          )}
        </span>
      ))}
      {isUnverified && (
        <span>
          {says.signs.unverified} {says.unverified}：{says.unverifiedHint}。
        </span>
      )}
    </p>
  )
}

function Empty({ list }: { list: PeriodicList }): ReactNode {
  if (list.rows.length > 0) return <EmptyState title={says.noRows} advice={says.noRowsAdvice} />
  return <EmptyState title={says.none} advice={list.may_plan ? says.noneAdvice : says.noneAdviceOthers} />
}

const fits = (row: PeriodicRow, { title, state, text = '' }: PeriodicSearch): boolean =>
  (title === undefined || row.title === title) &&
  (state === undefined || row.state === state) &&
  row.unit.includes(text)

function countsOf(rows: readonly PeriodicRow[]): string {
  const of = (...states: readonly PeriodicRow['state'][]) => rows.filter(({ state }) => states.includes(state)).length
  return says.counts(rows.length, of('in_time', 'late'), of('overdue'), of('owed', 'returned'), of('early'))
}
