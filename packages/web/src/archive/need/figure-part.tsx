import type { Catalogue, NeedRow } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  assessmentQuery,
  figuresQuery,
  figureTraceQuery,
  type RunEntry,
  runsQuery,
} from '../../platform/run/queries.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { MentionList } from '../../platform/trace/mention-list.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { archiveMessages } from '../messages.ts'
import { figureOfCounty, latestRun } from './figure-of-need.ts'

const says = archiveMessages.figure

interface FigurePartProps {
  readonly catalogue: Catalogue
  readonly row: NeedRow
}

/** What the material proves: the figure of its indicator, and the sentences of the report that stand on it. */
export function FigurePart({ catalogue, row }: FigurePartProps): ReactNode {
  const may = useMay()('evaluation.read')
  const { data: runs } = useQuery({ ...runsQuery(), enabled: may })
  const run = latestRun(runs ?? [], catalogue)
  return run === undefined ? null : <OfRun run={run} indicator={row.indicator} />
}

function OfRun({ run, indicator }: { run: RunEntry; indicator: string }): ReactNode {
  const { data: assessment } = useQuery(assessmentQuery(run.id))
  const { data: figures } = useQuery(figuresQuery(run.id, { node: [indicator] }))
  if (assessment === undefined || figures === undefined || figures.length === 0) return null
  const figure = figureOfCounty(figures)
  const node = assessment.nodes.find(({ id }) => id === indicator)
  const unit = node?.percent === true ? '%' : (node?.unit ?? '')
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      <p>
        <Link
          to="/evaluation/indicators/$node"
          params={{ node: indicator }}
          search={{ run: run.id, ...(figure !== undefined && { trace: [figure.id] }) }}
        >
          {figure === undefined ? says.manySubjects(figures.length) : says.shown(shownOf(figure), unit)}
        </Link>
        <span className="muted apart">{says.run(run.year, run.pack.title)}</span>
      </p>
      {figure !== undefined && <Sentences run={run.id} figure={figure.id} />}
    </section>
  )
}

function Sentences({ run, figure }: { run: string; figure: string }): ReactNode {
  const { data } = useQuery(figureTraceQuery(run, figure))
  return data === undefined ? null : <MentionList mentions={data.mentions} />
}
