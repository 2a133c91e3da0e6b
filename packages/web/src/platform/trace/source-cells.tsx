import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { figureTraceQuery } from '../run/queries.ts'
import { Loading } from '../shell/loading.tsx'
import { Figure } from './figure.tsx'
import { traceMessages } from './messages.ts'
import { cellKey, SourceRow } from './source-row.tsx'
import { type SourceRows, type Sources, walkSources } from './walk-sources.ts'

/** Cells listed for one figure; the figure itself leads to the rest. */
const MOST_CELLS = 12

/** The short way down: from any figure to the cells of the workbooks, whatever lies between. */
export function SourceCells(props: { figure: string }): ReactNode {
  const run = useCurrentRun()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const sources = useQuery({
    queryKey: ['sources', run.id, props.figure],
    enabled: asked,
    queryFn: () => walkSources(props.figure, (figure) => client.fetchQuery(figureTraceQuery(run.id, figure))),
  })
  return (
    <section className="trace-section trace-sources">
      <Button onClick={() => setAsked(true)} disabled={asked}>
        {traceMessages.sources}
      </Button>{' '}
      <span className="muted">{traceMessages.sourcesHint}</span>
      {asked && sources.isPending && <Loading label={traceMessages.sourcesLoading} />}
      {sources.error !== null && <p>{sources.error.message}</p>}
      {sources.data !== undefined && <SourceList sources={sources.data} />}
    </section>
  )
}

function SourceList({ sources }: { sources: Sources }): ReactNode {
  const cells = sources.found.flatMap((one) =>
    one.rows.flatMap((row) => row.cells.filter((cell) => cell.at !== undefined)),
  )
  if (cells.length === 0) return <p>{traceMessages.sourcesNone}</p>
  return (
    <>
      <p>
        {traceMessages.sourcesFound(cells.length, sources.visited)}
        {sources.limited && <span className="muted apart">{traceMessages.sourcesLimit}</span>}
      </p>
      <table className="plain">
        <tbody>
          {sources.found.map((source, at) => (
            <SourceLines key={source.figure} source={source} first={at === 0} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function SourceLines({ source, first }: { source: SourceRows; first: boolean }): ReactNode {
  const cells = source.rows.flatMap((row) => row.cells).filter((cell) => cell.at !== undefined)
  return (
    <>
      <tr className="plain-group">
        <th colSpan={3} scope="rowgroup">
          <Figure id={source.figure} shown={source.title} /> <span className="muted">{source.subject}</span>
        </th>
      </tr>
      {cells.slice(0, MOST_CELLS).map((cell, at) => (
        <SourceRow key={cellKey(cell)} cell={cell} columns={3} open={first && at === 0} />
      ))}
    </>
  )
}
