import type { AggregateUse } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { CauseList } from './cause-list.tsx'
import { FigureTable } from './figure-table.tsx'
import { traceMessages } from './messages.ts'
import { RowTable } from './row-table.tsx'

const FIRST_ROWS = 10

/** One aggregate of a formula: its result, and the rows or figures it ranges over. */
export function AggregateBlock(props: {
  aggregate: AggregateUse
  first: boolean
  unit: string | undefined
}): ReactNode {
  const { aggregate } = props
  const [all, setAll] = useState(false)
  const rows = all ? aggregate.rows : aggregate.rows.slice(0, FIRST_ROWS)
  return (
    <div className="aggregate">
      <p className="formula">
        {aggregate.text} = <b className="number">{aggregate.result}</b>
        <span className="muted apart">
          {traceMessages.aggregateRows(aggregate.register_title, aggregate.row_count)}
        </span>
      </p>
      {rows.length > 0 && <RowTable rows={rows} openFirst={props.first} />}
      {rows.length < aggregate.rows.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {traceMessages.more(aggregate.rows.length - rows.length)}
        </button>
      )}
      {all && aggregate.rows.length < aggregate.row_count && (
        <p className="muted">{traceMessages.shownOf(aggregate.rows.length, aggregate.row_count)}</p>
      )}
      {aggregate.figures.length > 0 && <FigureTable figures={aggregate.figures} />}
      {aggregate.missing.length > 0 && (
        <>
          <p className="muted">{traceMessages.missingRows}</p>
          <CauseList causes={aggregate.missing} />
        </>
      )}
    </div>
  )
}
