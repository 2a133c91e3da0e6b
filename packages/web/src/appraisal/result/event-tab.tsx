import { type AppraisalDetail, appraisalActions, isAppraisalAction } from '@eduduty/core/appraisal'
import { chinaMinute } from '@eduduty/core/calendar'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.events
type Event = AppraisalDetail['events'][number]

/** All that happened, newest first. */
export function EventTab({ detail }: { detail: AppraisalDetail }): ReactNode {
  const rows = detail.events.map((event, at) => ({ ...event, key: String(at) }))
  return (
    <LedgerTable
      label={appraisalMessages.detail.tabs.events}
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      height="calc(100vh - 330px)"
      empty={<EmptyState title={says.none} />}
    />
  )
}

const columns: readonly Column<Event & { key: string }>[] = [
  {
    key: 'at',
    title: says.columns.at,
    width: 140,
    cell: ({ at }) => <span className="number">{chinaMinute(at)}</span>,
  },
  { key: 'by', title: says.columns.by, width: 90, cell: ({ by }) => by },
  {
    key: 'action',
    title: says.columns.action,
    width: 100,
    cell: ({ action }) => (isAppraisalAction(action) ? appraisalActions[action] : action),
  },
  { key: 'says', title: says.columns.says, width: 420, cell: ({ says: text }) => <span title={text}>{text}</span> },
  { key: 'reason', title: says.columns.reason, width: 300, cell: ({ reason }) => <span title={reason}>{reason}</span> },
]
