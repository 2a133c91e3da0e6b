import type { DraftPiece } from '@eduduty/core/reports'
import { Popover } from 'antd'
import { type ReactNode, useContext } from 'react'
import { CurrentRunProvider, useCurrentRun } from '../../platform/run/current-run.tsx'
import { nameFigure } from '../../platform/run/run-index.ts'
import { useTraceActions } from '../../platform/trace/trace-context.tsx'
import { draftMessages as says } from './messages.ts'
import { TracedRun } from './report-traces.tsx'

/** A number of the text: a click leads to the figure of the evaluation that it is, or to those that it stands on. */
export function ReportFigure({ piece }: { piece: DraftPiece }): ReactNode {
  const run = useContext(TracedRun)
  const { open } = useTraceActions()
  const { text, sources = [] } = piece
  const [first, ...others] = sources
  if (run === undefined || first === undefined) return <span className="report-figure">{text}</span>
  const click = others.length === 0 ? { onClick: () => open(first) } : {}
  const button = (
    <button type="button" className="report-figure report-traced" aria-label={says.sourceOf(text)} {...click}>
      {text}
    </button>
  )
  if (others.length === 0) return button
  const list = (
    <CurrentRunProvider run={run} frame={(instead) => instead}>
      <SourceList sources={sources} />
    </CurrentRunProvider>
  )
  return (
    <Popover trigger="click" title={says.sourcesOf} content={list} destroyOnHidden>
      {button}
    </Popover>
  )
}

function SourceList({ sources }: { sources: readonly string[] }): ReactNode {
  const { index } = useCurrentRun()
  const { open } = useTraceActions()
  return (
    <ul className="report-sources">
      {sources.map((figure) => {
        const { title, subject } = nameFigure(index, figure)
        return (
          <li key={figure}>
            <button type="button" className="report-figure report-traced" onClick={() => open(figure)}>
              {title}　{subject}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
