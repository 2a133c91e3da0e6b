import { type PeriodicRow, type PeriodicState, periodicStateTitles } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import type { Column } from '../../platform/table/column.ts'
import { PhoneWord } from '../../platform/table/phone-word.tsx'
import { CrossedSquare, DashedBox, WarningTriangle } from '../../platform/theme/shapes.tsx'
import { StateShape } from '../../platform/theme/state-mark.tsx'
import { periodicMessages as says } from './messages.ts'

const { columns } = says

export function PeriodicStateMark({ state }: { state: PeriodicState }): ReactNode {
  return (
    <StateShape tone={`periodic-state-${state}`} word={periodicStateTitles[state]}>
      <Shape state={state} />
    </StateShape>
  )
}

function Shape({ state }: { state: PeriodicState }): ReactNode {
  switch (state) {
    case 'early':
      return <DashedBox />
    case 'owed':
    case 'returned':
      return <WarningTriangle />
    case 'overdue':
      return <CrossedSquare />
    case 'in_time':
    case 'late':
      return (
        <>
          <circle cx="8" cy="8" r="7" className="light-line" />
          <path d="M4.6 8.3l2.4 2.3 4.4-4.9" className="light-line" />
        </>
      )
  }
}

interface RowProps {
  readonly row: PeriodicRow
}

/** Which calendar is missing: a way there for whoever enters it, else who does. */
function MissingYear({ year }: { year: number }): ReactNode {
  const enters = useMay()('clocks.enter_calendar')
  return (
    <span className="muted" title={enters ? says.missingHint : says.missingBy}>
      {says.missing(year)}{' '}
      {enters && (
        <Link
          to="/clocks/calendar"
          search={{ year: String(year) }}
          aria-label={`${says.missing(year)}，${says.enter}`}
          onClick={(event) => event.stopPropagation()}
        >
          {says.enter}
        </Link>
      )}
    </span>
  )
}

/** A number of days that no document says. */
function Unverified(): ReactNode {
  return (
    <span className="unverified apart" title={says.unverifiedHint}>
      {says.unverified}
    </span>
  )
}

/** The last day, or why it cannot be told; a number of days without a document is marked. */
export function LastDay({ row }: RowProps): ReactNode {
  return (
    <>
      {row.due_on !== undefined && <span className="number">{row.due_on}</span>}
      {row.is_undecided && <span className="short">{says.undecided}</span>}
      {row.missing_year !== undefined && <MissingYear year={row.missing_year} />}
      {row.unverified && <Unverified />}
    </>
  )
}

/** In a list the notes above it say what a sign means: a last day with it, or the sign in its place. */
function DueCell({
  row: { due_on: due, missing_year: year, unverified, is_undecided: isUndecided },
}: RowProps): ReactNode {
  return (
    <>
      {due !== undefined && <span className="number">{due}</span>}
      {isUndecided && <span className="short">{says.undecided}</span>}
      {year !== undefined && <Sign sign={says.signs.missing} word={says.missing(year)} />}
      {unverified && <Sign sign={says.signs.unverified} word={says.unverified} />}
    </>
  )
}

function Sign({ sign, word }: { sign: string; word: string }): ReactNode {
  return (
    <abbr className="periodic-sign muted apart" title={word} aria-label={word}>
      {sign}
    </abbr>
  )
}

/** On a telephone below what is most important. */
const later = (): string => 'stacked-line stacked-later'

export const periodicColumns: readonly Column<PeriodicRow>[] = [
  {
    key: 'unit',
    title: columns.unit,
    width: 210,
    sticky: true,
    cellClass: () => 'stacked-title',
    cell: ({ unit }) => <span title={unit}>{unit}</span>,
  },
  { key: 'title', title: columns.title, width: 120, cell: ({ title }) => title },
  {
    key: 'period',
    title: columns.period,
    width: 130,
    cell: ({ period, ends_on: ends }) => says.periodOf(period, ends),
  },
  {
    key: 'to',
    title: columns.to,
    width: 220,
    cellClass: later,
    cell: ({ to }) => (
      <span title={to}>
        <PhoneWord word={columns.to} />
        {to}
      </span>
    ),
  },
  {
    key: 'due',
    title: columns.due,
    width: 130,
    cellClass: () => 'stacked-line',
    cell: (row) => (
      <>
        {(row.due_on !== undefined || row.is_undecided || row.missing_year !== undefined) && (
          <PhoneWord word={columns.due} />
        )}
        <DueCell row={row} />
      </>
    ),
  },
  { key: 'state', title: columns.state, width: 120, cell: ({ state }) => <PeriodicStateMark state={state} /> },
  {
    key: 'handed',
    title: columns.handed,
    width: 170,
    cellClass: later,
    cell: ({ handed_in_on: day, handed_in_by: by }) =>
      day === undefined ? (
        ''
      ) : (
        <>
          <PhoneWord word={columns.handed} />
          {day} {by}
        </>
      ),
  },
]
