import { dayOf } from '@eduduty/core/calendar'
import { type DeskCalendar, monthAfter } from '@eduduty/core/desk'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { calendarMessages as says } from '../inbox-messages.ts'
import { calendarQuery } from '../inbox-queries.ts'
import { DayList } from './day-list.tsx'
import { MonthGrid } from './month-grid.tsx'
import '../desk.css'

const route = getRouteApi('/shell/plain/desk/calendar')

/** A month of everything that is due, with the working days; the same as a list for readers and small screens. */
export function CalendarPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const thisMonth = dayOf(new Date()).slice(0, 7)
  const month = search.month ?? thisMonth
  const { data, error, refetch } = useQuery(calendarQuery(month))
  const go = (to: string) => navigate({ search: { month: to === thisMonth ? undefined : to } })
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      <div className="filters">
        <Button size="small" onClick={() => go(monthAfter(month, -1))}>
          {says.before}
        </Button>
        <strong className="due-month-name">{nameOf(month)}</strong>
        <Button size="small" onClick={() => go(monthAfter(month, 1))}>
          {says.after}
        </Button>
        {month !== thisMonth && (
          <Button size="small" type="link" onClick={() => go(thisMonth)}>
            {says.thisMonth}
          </Button>
        )}
        {data !== undefined && <span className="filters-end muted">{says.count(countOf(data))}</span>}
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && <Month calendar={data} />}
    </>
  )
}

const nameOf = (month: string): string => {
  const [year = '', of = ''] = month.split('-')
  return says.month(year, String(Number(of)))
}

const countOf = ({ days }: DeskCalendar): number => days.reduce((sum, { items }) => sum + items.length, 0)

function Month({ calendar }: { calendar: DeskCalendar }): ReactNode {
  return (
    <PrintSheet head={`${says.title}　${nameOf(calendar.month)}`}>
      {!calendar.is_known && <p className="note">{says.unknown}</p>}
      {calendar.is_cut && <p className="note">{says.cut}</p>}
      <MonthGrid calendar={calendar} />
      {countOf(calendar) === 0 ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <DayList calendar={calendar} />
      )}
    </PrintSheet>
  )
}
