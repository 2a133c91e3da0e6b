import type { PeriodRequests } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { RequestAnswer } from '../review/request-answer.tsx'
import { periodMessages } from './messages.ts'
import { type PeriodKey, periodRequestsQuery } from './period-queries.ts'

const says = periodMessages.requests

type Asked = PeriodRequests['requests'][number]

/** What units ask for: more time, a correction, further cells; each answered here. */
export function RequestTable({ periodKey }: { periodKey: PeriodKey }): ReactNode {
  const { data, error, refetch } = useQuery(periodRequestsQuery(periodKey))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <LedgerTable
      label={says.kind}
      rows={data.requests}
      columns={columns}
      rowKey={({ request }) => request.request_id}
      lines={2}
      empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
    />
  )
}

const columns: readonly Column<Asked>[] = [
  { key: 'unit', title: says.unit, width: 190, cell: ({ task }) => task.unit_name },
  {
    key: 'table',
    title: says.table,
    width: 200,
    cell: ({ task }) => (
      <Link to="/collection/tasks/$county/$task" params={{ county: task.county_code, task: task.task_id }}>
        {task.title}
      </Link>
    ),
  },
  { key: 'kind', title: says.kind, width: 60, cell: ({ request }) => says.kinds[request.kind] },
  {
    key: 'reason',
    title: says.reason,
    width: 330,
    cell: ({ request }) => (
      <span className="clamp" title={request.reason}>
        {request.reason}
      </span>
    ),
  },
  { key: 'by', title: says.by, width: 80, cell: ({ request }) => request.asked_by },
  { key: 'due', title: says.due, width: 100, cell: ({ task }) => <span className="number">{task.due_on}</span> },
  {
    key: 'action',
    title: says.action,
    width: 230,
    cell: ({ task, request }) => <RequestAnswer task={task} request={request} />,
  },
]
