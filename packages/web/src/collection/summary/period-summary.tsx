import type { PeriodEntry } from '@eduduty/core/collection/tasks'
import { isOwed, submittedShare } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { periodMessages } from '../periods/messages.ts'
import { periodsQuery } from '../periods/period-queries.ts'

const says = periodMessages.summary

/** How far the open periods are. */
export function PeriodSummary(): ReactNode {
  const { data } = useQuery(periodsQuery())
  if (data === undefined) return null
  const open = data.periods.filter(({ status }) => status === 'open')
  return (
    <div className="summary">
      <p>
        <strong>{says.title}</strong>
      </p>
      {open.length === 0 && <p className="muted">{says.none}</p>}
      <ul className="summary-lines">
        {open.map((period) => (
          <PeriodLine key={period.period_id} period={period} />
        ))}
      </ul>
    </div>
  )
}

function PeriodLine({ period }: { period: PeriodEntry }): ReactNode {
  const { county_code: county, period_id: id, title, tasks, states, overdue, closes_on: closes } = period
  const owed = Object.entries(states).reduce((sum, [state, count]) => sum + (isOwed(state) ? count : 0), 0)
  return (
    <li className="period-line">
      <Link to="/collection/periods/$county/$period" params={{ county, period: id }}>
        {title}
      </Link>{' '}
      <span className="number">{says.handedIn(tasks - owed, tasks, submittedShare(tasks - owed, tasks))}</span>{' '}
      {overdue > 0 ? (
        <span className="wrong">{says.overdue(overdue)}</span>
      ) : (
        <span className="muted">{says.until(closes)}</span>
      )}
    </li>
  )
}
