import { type PeriodEntry, type ProgressLine, submittedShare } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import type { TasksSearch } from '../tasks/tasks-search.ts'
import { periodMessages } from './messages.ts'
import { ProgressBar, ProgressLegend } from './progress-bar.tsx'

const says = periodMessages.line

type By = 'township' | 'kind' | 'register'

/** One line for each township, kind of unit or register; its name leads to its tasks. */
export function ProgressTable(props: { by: By; lines: readonly ProgressLine[]; period: PeriodEntry }): ReactNode {
  const { by, lines, period } = props
  const columns: readonly Column<ProgressLine>[] = [
    {
      key: 'title',
      title: says[by],
      width: 240,
      cell: (line) => <LineName by={by} line={line} period={period} />,
    },
    ...numbers,
    { key: 'progress', title: says.progress, width: 280, cell: (line) => <ProgressBar states={line.states} /> },
  ]
  return (
    <>
      <ProgressLegend />
      <LedgerTable
        label={says[by]}
        rows={lines}
        columns={columns}
        rowKey={(line) => line.key}
        height="calc(100vh - 264px)"
        empty={<EmptyState title={says.none} />}
      />
    </>
  )
}

function LineName({ by, line, period }: { by: By; line: ProgressLine; period: PeriodEntry }): ReactNode {
  const title = line.title === '' ? says.noTownship : line.title
  const search = searchOf(by, line, period)
  return search === undefined ? (
    title
  ) : (
    <Link to="/collection/tasks" search={search}>
      {title}
    </Link>
  )
}

/** Kinds of unit are no filter of the list of tasks. */
function searchOf(by: By, line: ProgressLine, period: PeriodEntry): TasksSearch | undefined {
  if (line.key === '' || by === 'kind') return undefined
  return by === 'township'
    ? { period: period.period_id, township: line.key }
    : { period: period.period_id, register: line.key }
}

const count = (value: number, wrong = false): ReactNode => (
  <span className={value === 0 ? 'number zero' : wrong ? 'number wrong' : 'number'}>{value}</span>
)

const share = ({ submitted, tasks }: ProgressLine): string => (tasks === 0 ? '' : submittedShare(submitted, tasks))

const numbers: readonly Column<ProgressLine>[] = [
  { key: 'tasks', title: says.tasks, under: says.unit, width: 80, align: 'right', cell: (line) => count(line.tasks) },
  {
    key: 'submitted',
    title: says.submitted,
    under: says.unit,
    width: 80,
    align: 'right',
    cell: (line) => count(line.submitted),
  },
  {
    key: 'share',
    title: says.share,
    width: 80,
    align: 'right',
    cell: (line) => <span className="number">{share(line)}</span>,
  },
  {
    key: 'overdue',
    title: says.overdue,
    under: says.unit,
    width: 80,
    align: 'right',
    cell: (line) => count(line.overdue, true),
  },
  {
    key: 'hard',
    title: says.hard,
    under: says.unit,
    width: 110,
    align: 'right',
    cell: (line) => count(line.hard, true),
  },
]
