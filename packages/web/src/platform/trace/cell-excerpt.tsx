import { chinaMinute } from '@eduduty/core/calendar'
import type { CellRef } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { type Excerpt, excerptQuery } from '../run/queries.ts'
import { Loading } from '../shell/loading.tsx'
import { columnLetters, spanAt } from './excerpt-grid.ts'
import { traceMessages } from './messages.ts'

/** A few rows and columns of the source sheet around one cell, with row numbers and column letters as in the workbook. */
export function CellExcerpt(props: { at: CellRef }): ReactNode {
  const run = useCurrentRun()
  const answer = useQuery(excerptQuery(run.id, props.at))
  if (answer.error !== null) return <p className="muted">{answer.error.message}</p>
  if (answer.data === undefined) return <Loading />
  const { online, gathered } = answer.data
  if (gathered !== undefined) return <GatheredCell gathered={gathered} />
  return online === undefined ? <ExcerptGrid excerpt={answer.data} /> : <OnlineCell online={online} />
}

/** A cell that was typed on a page: what it holds, who typed it and when. */
function OnlineCell({ online }: { online: NonNullable<Excerpt['online']> }): ReactNode {
  const { unit, table, item, text, by, at, way } = online
  return (
    <figure className="excerpt">
      <figcaption>{traceMessages.onlineAt(unit, table, item)}</figcaption>
      <p>
        <strong className="number">{text}</strong>{' '}
        <span className="muted">
          {by === undefined || at === undefined
            ? traceMessages.typedByNobody
            : traceMessages.typedBy(by, chinaMinute(at), way ?? '')}
        </span>
      </p>
    </figure>
  )
}

/** A figure of a lower government's run, with the way into that run as far as the reader may go. */
function GatheredCell({ gathered }: { gathered: NonNullable<Excerpt['gathered']> }): ReactNode {
  const { county, table, item, text, lacking, run, node, figure, pack } = gathered
  return (
    <figure className="excerpt">
      <figcaption>{traceMessages.gatheredAt(county.name, table, item)}</figcaption>
      <p>
        <strong className="number">{text}</strong>{' '}
        <span className="muted">{lacking ?? (pack === undefined ? '' : traceMessages.gatheredBy(pack))}</span>
      </p>
      {run === undefined ? (
        <p className="muted">{traceMessages.gatheredHidden(county.name)}</p>
      ) : node === undefined || figure === undefined ? (
        <Link to="/evaluation" search={{ run }}>
          {traceMessages.gatheredRun(county.name)}
        </Link>
      ) : (
        <Link to="/evaluation/indicators/$node" params={{ node }} search={{ run, trace: [figure] }}>
          {traceMessages.gatheredFigure(county.name)}
        </Link>
      )}
    </figure>
  )
}

function ExcerptGrid({ excerpt }: { excerpt: Excerpt }): ReactNode {
  const width = Math.max(0, ...excerpt.rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => excerpt.left + at)
  const rows = excerpt.rows.map((cells, at) => ({ cells, row: excerpt.top + at }))
  return (
    <figure className="excerpt">
      <figcaption>{traceMessages.excerptAt(excerpt.file, excerpt.sheet, excerpt.cell)}</figcaption>
      <div className="excerpt-scroll">
        <table>
          <thead>
            <tr>
              <td className="excerpt-corner" />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {columnLetters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, row }) => (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {columns.map((column, cellAt) => (
                  <ExcerptCell key={column} excerpt={excerpt} row={row} column={column} text={cells[cellAt] ?? ''} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

function ExcerptCell(props: { excerpt: Excerpt; row: number; column: number; text: string }): ReactNode {
  const { excerpt, row, column } = props
  const span = spanAt(excerpt, row, column)
  if (span === 'covered') return null
  const { highlight } = excerpt
  const lit =
    highlight.row >= row &&
    highlight.row < row + span.rows &&
    highlight.column >= column &&
    highlight.column < column + span.columns
  return (
    <td
      className={lit ? 'excerpt-lit' : undefined}
      aria-current={lit ? 'true' : undefined}
      rowSpan={span.rows}
      colSpan={span.columns}
      title={props.text}
    >
      <div>{props.text}</div>
    </td>
  )
}
