import type { Catalogue, NeedRow } from '@eduduty/core/archive'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'
import { useRunOf } from './figure-part.tsx'

const says = archiveMessages.need

/** What is asked of whom, by which indicator, and how it stands. */
export function NeedFacts({ catalogue, row }: { catalogue: Catalogue; row: NeedRow }): ReactNode {
  const run = useRunOf(catalogue)
  const { requested_due: due, is_overdue: isOverdue } = row
  const pairs: readonly (readonly [string, ReactNode])[] = [
    [
      says.state,
      <>
        <NeedStateMark state={row.state} /> <span className="apart">{row.because}</span>
      </>,
    ],
    [says.unit, row.unit_name],
    [says.indicator, <IndicatorName key="indicator" row={row} run={run?.id} />],
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

/** The name of the indicator; it leads to its page where there is an evaluation. */
function IndicatorName({ row, run }: { row: NeedRow; run: string | undefined }): ReactNode {
  const name = `${row.indicator_no} ${row.indicator_title}`.trim()
  if (run === undefined) return name
  return (
    <Link to="/evaluation/indicators/$node" params={{ node: row.indicator }} search={{ run }}>
      {name}
    </Link>
  )
}
