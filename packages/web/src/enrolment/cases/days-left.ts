import { daysBetween } from '@eduduty/core/calendar'
import type { CaseRow } from '@eduduty/core/enrolment'
import { caseMessages } from './messages.ts'

const says = caseMessages.due

export interface DaysLeft {
  readonly word: string
  /** `wrong`: past; `short`: within three days. */
  readonly tone: 'wrong' | 'short' | 'muted'
}

/** How many days of notice are worth colour. */
const SOON = 3

/** How long somebody has still, in words: 期限未定 where nobody has said how long; blank where nobody has to do anything. */
export function daysLeft(row: CaseRow, today: string): DaysLeft {
  const { due_on: due, is_overdue: isOverdue, owner } = row
  if (row.is_undecided) return { word: says.undecided, tone: 'short' }
  if (due === undefined) return { word: owner === undefined ? '' : says.none, tone: 'muted' }
  const left = daysBetween(today, due)
  if (isOverdue || left < 0) return { word: says.late(Math.max(1, -left)), tone: 'wrong' }
  if (left === 0) return { word: says.today, tone: 'short' }
  return { word: says.soon(left), tone: left <= SOON ? 'short' : 'muted' }
}
