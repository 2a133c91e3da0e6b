import type { EventView } from '@eduduty/core/audit'
import { chinaTime } from '@eduduty/core/calendar'
import type { ReactNode } from 'react'
import type { Column } from '../platform/table/column.ts'
import { auditMessages } from './messages.ts'
import { ResultMark } from './result-mark.tsx'

const says = auditMessages.columns

export const eventColumns: readonly Column<EventView>[] = [
  {
    key: 'time',
    title: says.time,
    width: 158,
    cell: (event) => <span className="number">{chinaTime(event.occurred_at)}</span>,
  },
  { key: 'person', title: says.person, width: 92, cell: (event) => <Cut text={event.actor_name} /> },
  { key: 'unit', title: says.unit, width: 168, cell: (event) => <Cut text={event.unit} /> },
  { key: 'action', title: says.action, width: 150, cell: (event) => event.action_title },
  { key: 'subject', title: says.subject, width: 248, cell: (event) => <Cut text={event.subject} /> },
  { key: 'result', title: says.result, width: 70, cell: (event) => <ResultMark result={event.result} /> },
  { key: 'reason', title: says.reason, width: 170, cell: (event) => <Cut text={event.reason} /> },
  { key: 'address', title: says.address, width: 118, cell: (event) => <Cut text={event.address} /> },
  {
    key: 'number',
    title: says.number,
    width: 64,
    align: 'right',
    cell: (event) => <span className="number">{event.event_no}</span>,
  },
]

export function eventKey(event: EventView): string {
  return `${event.county_code}-${event.event_no}`
}

function Cut({ text }: { text: string }): ReactNode {
  return <span title={text}>{text}</span>
}
