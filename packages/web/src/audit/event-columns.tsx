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
    width: 156,
    cell: (event) => <span className="number">{chinaTime(event.occurred_at)}</span>,
  },
  { key: 'person', title: says.person, width: 100, cell: (event) => <Cut text={event.actor_name} /> },
  { key: 'unit', title: says.unit, width: 216, cell: (event) => <Unit event={event} /> },
  { key: 'action', title: says.action, width: 126, cell: (event) => <Cut text={event.action_title} /> },
  { key: 'subject', title: says.subject, width: 236, cell: (event) => <Cut text={event.subject} /> },
  { key: 'result', title: says.result, width: 70, cell: (event) => <ResultMark result={event.result} /> },
  { key: 'reason', title: says.reason, width: 158, cell: (event) => <Cut text={event.reason} /> },
  { key: 'address', title: says.address, width: 112, cell: (event) => <Cut text={event.address} /> },
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

/** The unit itself; what it belongs to is said on pointing at it and in the panel. */
function Unit({ event }: { event: EventView }): ReactNode {
  return <span title={[event.unit_above, event.unit].filter(Boolean).join(' / ')}>{event.unit}</span>
}

function Cut({ text }: { text: string }): ReactNode {
  return <span title={text}>{text}</span>
}
