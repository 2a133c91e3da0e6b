import { daysAfter } from '@eduduty/core/calendar'
import type { CaseRow } from '@eduduty/core/enrolment'

export interface VisitGroups {
  readonly late: readonly CaseRow[]
  readonly soon: readonly CaseRow[]
  readonly later: readonly CaseRow[]
  /** Others act now; a visit is welcome all the same. */
  readonly others: readonly CaseRow[]
}

/** The own unit's turn first, the most urgent in front; days are China's civil days. */
export function groupVisits(rows: readonly CaseRow[], unit: string, today: string): VisitGroups {
  const byDue = rows.toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)))
  const mine = byDue.filter(({ owner_name: owner }) => owner === unit)
  const soon = daysAfter(today, 3)
  const isLate = (row: CaseRow): boolean => row.is_overdue || dueOf(row) <= today
  return {
    late: mine.filter(isLate),
    soon: mine.filter((row) => !isLate(row) && dueOf(row) <= soon),
    later: mine.filter((row) => !isLate(row) && dueOf(row) > soon),
    others: byDue.filter((row) => !mine.includes(row)),
  }
}

/** A case without a day comes last. */
const dueOf = ({ due_on: due }: CaseRow): string => due ?? '9999-12-31'
