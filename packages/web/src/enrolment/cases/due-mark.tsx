import { dayOf } from '@eduduty/core/calendar'
import type { CaseRow } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { daysLeft } from './days-left.ts'

/** The day until which somebody has to act, and how far off it is. */
export function DueMark({ row }: { row: CaseRow }): ReactNode {
  const { word, tone } = daysLeft(row, dayOf(new Date()))
  return (
    <>
      <span className={tone}>{word}</span>
      {row.due_on !== undefined && <span className="number apart">{row.due_on}</span>}
    </>
  )
}
