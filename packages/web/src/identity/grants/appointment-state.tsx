import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import type { AppointmentStatus } from '@eduduty/core/identity'
import type { ReactNode } from 'react'
import { grantMessages as says } from './messages.ts'

interface Entry {
  readonly status: AppointmentStatus
  readonly since: string
  readonly until: string | null
  readonly proposed_by: string
  readonly proposed_at: string
  readonly decided_by: string
  readonly decided_at: string | null
}

/** Where a tenure or grant stands today, and by whom: in words, what waits standing out. */
export function AppointmentState({ entry }: { entry: Entry }): ReactNode {
  const { status, decided_by, decided_at } = entry
  const decided = decided_at !== null && decided_by !== ''
  const by = decided
    ? says.decidedBy(decided_by, chinaMinute(decided_at).slice(0, 10))
    : says.proposedBy(entry.proposed_by, chinaMinute(entry.proposed_at).slice(0, 10))
  return (
    <span title={says.proposedBy(entry.proposed_by, chinaMinute(entry.proposed_at))}>
      <span className={status === 'proposed' ? 'short' : status === 'rejected' ? 'wrong' : ''}>{stateWord(entry)}</span>
      <span className="muted apart">{by}</span>
    </span>
  )
}

function stateWord({ status, since, until }: Entry): string {
  const today = dayOf(new Date())
  if (status !== 'approved') return says.statuses[status]
  if (until !== null && until <= today) return says.ended
  return since > today ? says.future : says.statuses.approved
}
