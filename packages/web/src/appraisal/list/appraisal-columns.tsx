import { type AppraisalEntry, appraisalHolders } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { appraisalMessages as says } from '../messages.ts'
import { AppraisalMark } from '../state-mark.tsx'

function Way(props: { one: AppraisalEntry; className?: string; children: ReactNode }): ReactNode {
  const { one, className, children } = props
  return (
    <Link
      to="/appraisal/$county/$appraisal"
      params={{ county: one.county_code, appraisal: one.appraisal_id }}
      {...(className !== undefined && { className })}
    >
      {children}
    </Link>
  )
}

function Until({ one }: { one: AppraisalEntry }): ReactNode {
  const { until } = one.holder
  if (until === undefined) return null
  return <span className={until < dayOf(new Date()) ? 'number wrong' : 'number'}>{until}</span>
}

/** One line for each appraisal; the way in is the primary action where it is one's turn. */
export const appraisalColumns: readonly Column<AppraisalEntry>[] = [
  {
    key: 'subject',
    title: says.columns.subject,
    width: 190,
    wrap: true,
    cell: (one) => <Way one={one}>{one.subject_name}</Way>,
  },
  { key: 'rating', title: says.columns.rating, width: 160, wrap: true, cell: (one) => one.rating_title },
  { key: 'year', title: says.columns.year, width: 58, cell: (one) => one.year },
  { key: 'state', title: says.columns.state, width: 104, cell: (one) => <AppraisalMark state={one.state} /> },
  { key: 'holder', title: says.columns.holder, width: 132, cell: (one) => appraisalHolders[one.holder.side] },
  { key: 'until', title: says.columns.until, width: 100, cell: (one) => <Until one={one} /> },
  {
    key: 'self',
    title: says.columns.self,
    width: 92,
    align: 'right',
    cell: (one) => <span className="number">{says.ofItems(one.self_rated, one.items)}</span>,
  },
  {
    key: 'rated',
    title: says.columns.rated,
    width: 92,
    align: 'right',
    cell: ({ handed_in: done, assigned }) =>
      done === undefined || assigned === undefined ? null : (
        <span className="number">{says.ofSeats(done, assigned)}</span>
      ),
  },
  {
    key: 'points',
    title: says.columns.points,
    width: 76,
    align: 'right',
    cell: (one) => <span className="number">{one.points}</span>,
  },
  { key: 'grade', title: says.columns.grade, width: 84, cell: (one) => one.grade },
  {
    key: 'action',
    title: says.columns.action,
    width: 72,
    cell: (one) =>
      one.at_me ? (
        <Way one={one} className="appraisal-go">
          {says.handle}
        </Way>
      ) : (
        <Way one={one}>{says.look}</Way>
      ),
  },
]
