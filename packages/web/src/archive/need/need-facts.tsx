import type { NeedRow } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'

const says = archiveMessages.need

/** What is asked of whom, by which indicator, and how it stands. */
export function NeedFacts({ row }: { row: NeedRow }): ReactNode {
  const { requested_due: due, is_overdue: isOverdue } = row
  const pairs: readonly (readonly [string, ReactNode])[] = [
    [
      says.state,
      <>
        <NeedStateMark state={row.state} /> <span className="apart">{row.because}</span>
      </>,
    ],
    [says.unit, row.unit_name],
    [says.indicator, `${row.indicator_no} ${row.indicator_title}`.trim()],
    ...(row.note === '' ? [] : [[says.note, row.note] as const]),
    ...(due === undefined
      ? []
      : [
          [
            says.requested,
            <span key="due" className={isOverdue ? 'wrong' : ''}>
              {archiveMessages.requestedTill(due, isOverdue)}
            </span>,
          ] as const,
        ]),
  ]
  return (
    <dl className="facts">
      {pairs.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
