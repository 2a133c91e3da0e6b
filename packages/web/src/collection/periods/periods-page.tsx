import type { PeriodEntry } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { periodMessages as says } from './messages.ts'
import { OpenPeriodDrawer } from './open-period-drawer.tsx'
import { periodsQuery } from './period-queries.ts'
import { ProgressBar, ProgressLegend, submittedCount } from './progress-bar.tsx'

/** All collection periods, newest first; for those who plan the way to open one. */
export function PeriodsPage(): ReactNode {
  const may = useMay()
  const { data, error, refetch } = useQuery(periodsQuery())
  const [opening, setOpening] = useState<{ from?: PeriodEntry }>()
  const plans = may('collection.plan')
  const columns = useMemo(
    () => [...plainColumns, ...(plans ? [copyColumn((from) => setOpening({ from }))] : [])],
    [plans],
  )
  const open = (
    <Button type="primary" onClick={() => setOpening({})}>
      {says.open}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={plans ? open : undefined} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <PrintSheet head={says.title}>
          <ProgressLegend />
          <LedgerTable
            label={says.title}
            rows={data.periods}
            columns={columns}
            rowKey={(one) => one.period_id}
            empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
          />
        </PrintSheet>
      )}
      {opening !== undefined && <OpenPeriodDrawer from={opening.from} close={() => setOpening(undefined)} />}
    </>
  )
}

const number = (count: number): ReactNode => <span className={count === 0 ? 'number zero' : 'number'}>{count}</span>

const plainColumns: readonly Column<PeriodEntry>[] = [
  {
    key: 'title',
    title: says.columns.title,
    width: 230,
    wrap: true,
    cell: (one) => (
      <Link to="/collection/periods/$county/$period" params={{ county: one.county_code, period: one.period_id }}>
        {one.title}
      </Link>
    ),
  },
  {
    key: 'year',
    title: says.columns.year,
    width: 84,
    wrap: true,
    cell: (one) => `${one.year}${one.term === '' ? '' : ` ${one.term}`}`,
  },
  {
    key: 'pack',
    title: says.columns.pack,
    width: 190,
    wrap: true,
    cell: (one) => <span title={one.pack_title}>{one.pack_title}</span>,
  },
  {
    key: 'opens',
    title: says.columns.opens,
    width: 96,
    cell: (one) => <span className="number">{one.opens_on}</span>,
  },
  {
    key: 'closes',
    title: says.columns.closes,
    width: 96,
    cell: (one) => <span className="number">{one.closes_on}</span>,
  },
  { key: 'units', title: says.columns.units, width: 54, align: 'right', cell: (one) => number(one.units) },
  {
    key: 'progress',
    title: says.columns.progress,
    width: 190,
    cell: (one) => (
      <span className="progress-cell">
        <ProgressBar states={one.states} />
        <span className="number">{says.progress(submittedCount(one.states), one.tasks)}</span>
      </span>
    ),
  },
  {
    key: 'overdue',
    title: says.columns.overdue,
    width: 54,
    align: 'right',
    cell: (one) => <span className={one.overdue > 0 ? 'number wrong' : 'number zero'}>{one.overdue}</span>,
  },
  { key: 'requests', title: says.columns.requests, width: 54, align: 'right', cell: (one) => number(one.requests) },
  {
    key: 'status',
    title: says.columns.status,
    width: 68,
    cell: (one) => <span className={one.status === 'open' ? '' : 'muted'}>{says.status[one.status]}</span>,
  },
]

const copyColumn = (copy: (from: PeriodEntry) => void): Column<PeriodEntry> => ({
  key: 'action',
  title: says.columns.action,
  width: 112,
  cell: (one) => (
    <button type="button" className="link" onClick={() => copy(one)}>
      {says.copy}
    </button>
  ),
})
