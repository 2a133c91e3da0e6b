import type { CalendarTable } from '@eduduty/core/clocks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../platform/api/unit-tree.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import { PrintSheet } from '../platform/shell/print-sheet.tsx'
import { calendarQuery } from './calendar-queries.ts'
import { calendarMessages as says } from './messages.ts'
import { YearPanel } from './year-panel.tsx'
import { YearView } from './year-view.tsx'
import './calendar.css'

const route = getRouteApi('/shell/plain/clocks/calendar')

/** Which days are worked, year by year. */
export function CalendarPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const tree = useQuery(unitTreeQuery())
  const county = search.county ?? tree.data?.county
  const table = useQuery({ ...calendarQuery(county ?? ''), enabled: county !== undefined })
  const counties = tree.data?.counties ?? []
  const error = tree.error ?? table.error
  const { data } = table
  const choice = counties.length > 1 && county !== undefined && (
    <Select
      size="small"
      className="filter"
      popupMatchSelectWidth={false}
      aria-label={says.county}
      value={county}
      options={counties.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) => navigate({ search: (before) => ({ ...before, county: code }), replace: true })}
    />
  )
  if (county !== undefined && data !== undefined && error === null)
    return <Years county={county} table={data} choice={choice} />
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {error !== null ? (
        <ErrorState error={error} retry={() => (tree.error === null ? table.refetch() : tree.refetch())} />
      ) : (
        <Loading />
      )}
    </>
  )
}

function Years({ county, table, choice }: { county: string; table: CalendarTable; choice: ReactNode }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const enters = useMay()('clocks.enter_calendar')
  const [isEntering, setEntering] = useState(false)
  const thisYear = Number(table.today.slice(0, 4))
  const year = Number(search.year ?? thisYear) || thisYear
  const known = table.years.find((one) => one.year === year)
  const show = (next: number) => navigate({ search: (before) => ({ ...before, year: String(next) }), replace: true })
  const action = enters && (
    <Button type="primary" onClick={() => setEntering(true)}>
      {known === undefined ? says.enter(year) : says.change(year)}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={action} />
      <MissingNote table={table} enters={enters} />
      <div className="filters">
        {choice}
        <Select
          size="small"
          className="calendar-choice"
          aria-label={says.year}
          value={year}
          options={yearsOf(table, year, thisYear).map((value) => ({
            value,
            label: says.yearOption(
              value,
              table.years.some((one) => one.year === value),
            ),
          }))}
          onChange={show}
        />
      </div>
      {known === undefined ? (
        <EmptyState title={says.none(year)} advice={enters ? says.noneAdvice : says.noneAdviceOthers} />
      ) : (
        <PrintSheet head={`${says.title}　${says.missingYear(year)}`}>
          <YearView year={known} today={table.today} />
        </PrintSheet>
      )}
      {isEntering && <YearPanel {...{ county, year, known }} close={() => setEntering(false)} saved={show} />}
    </>
  )
}

/** Years that are known, those that something waits for, and the next one. */
function yearsOf({ years, missing }: CalendarTable, shown: number, thisYear: number): readonly number[] {
  const all = [...years.map(({ year }) => year), ...missing.map(({ year }) => year), shown, thisYear, thisYear + 1]
  return [...new Set(all)].sort((one, other) => other - one)
}

function MissingNote({ table: { missing }, enters }: { table: CalendarTable; enters: boolean }): ReactNode {
  if (missing.length === 0) return null
  const clocks = missing.reduce((sum, one) => sum + one.clocks, 0)
  const years = missing.map(({ year }) => says.missingYear(year)).join('、')
  return (
    <p className="note calendar-missing" role="alert">
      <strong>{says.missing(years, clocks)}</strong> {enters ? says.missingAdvice : says.missingAdviceOthers}
    </p>
  )
}
