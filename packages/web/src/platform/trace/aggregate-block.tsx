import type { AggregateUse, RowUse } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { nameFigure } from '../run/run-index.ts'
import { CauseList } from './cause-list.tsx'
import { CellLink } from './cell-link.tsx'
import { Figure } from './figure.tsx'
import { traceMessages } from './messages.ts'

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
        <span className="muted">　{traceMessages.aggregateRows(aggregate.register_title, aggregate.row_count)}</span>
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

function RowTable(props: { rows: readonly RowUse[]; openFirst: boolean }): ReactNode {
  const firstRow = props.rows.findIndex((row) => row.cells.some((cell) => cell.at !== undefined))
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{traceMessages.rowUnit}</th>
          <th scope="col">{traceMessages.rowColumn}</th>
          <th scope="col" className="align-right">
            {traceMessages.rowValue}
          </th>
          <th scope="col">{traceMessages.rowSource}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.flatMap((row, rowAt) =>
          row.cells.map((cell, cellAt) => (
            <tr key={`${row.unit ?? rowAt} ${cell.column} ${cell.at?.file ?? ''} ${cell.at?.cell ?? cellAt}`}>
              <td>{cellAt === 0 ? (row.name ?? row.unit) : ''}</td>
              <td>{cell.title}</td>
              <td className="align-right number">
                {cell.value ?? <span className="muted">{traceMessages.blank}</span>}
                {cell.value !== undefined && cell.unit !== undefined && <span className="muted"> {cell.unit}</span>}
              </td>
              <td>
                {cell.at === undefined ? (
                  <span className="muted">{traceMessages.noCell}</span>
                ) : (
                  <CellLink
                    at={cell.at}
                    open={props.openFirst && rowAt === firstRow && row.cells.findIndex((c) => c.at) === cellAt}
                  />
                )}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
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
