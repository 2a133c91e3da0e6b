import type { AggregateUse } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { nameFigure } from '../run/run-index.ts'
import { CauseList } from './cause-list.tsx'
import { Figure } from './figure.tsx'
import { traceMessages } from './messages.ts'
import { RowTable } from './row-table.tsx'

const FIRST_ROWS = 10
const FIRST_FIGURES = 20

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
      {aggregate.figures.length > 0 && <FigureLinks figures={aggregate.figures} />}
      {aggregate.missing.length > 0 && (
        <>
          <p className="muted">{traceMessages.missingRows}</p>
          <CauseList causes={aggregate.missing} />
        </>
      )}
    </div>
  )
}

function FigureLinks(props: { figures: readonly string[] }): ReactNode {
  const { index } = useCurrentRun()
  const [all, setAll] = useState(false)
  const shown = all ? props.figures : props.figures.slice(0, FIRST_FIGURES)
  return (
    <>
      <p className="muted">{traceMessages.figuresOf}</p>
      <ul className="figure-links figure-columns">
        {shown.map((id) => {
          const name = nameFigure(index, id)
          return (
            <li key={id}>
              <Figure id={id} shown={name.subject === '' ? name.title : name.subject} title={name.title} />
            </li>
          )
        })}
      </ul>
      {shown.length < props.figures.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {traceMessages.more(props.figures.length - shown.length)}
        </button>
      )}
    </>
  )
}
