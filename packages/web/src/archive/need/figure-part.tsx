import type { Catalogue, NeedRow } from '@eduduty/core/archive'
import type { Assessment, Figure } from '@eduduty/core/evaluation'
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
import { subjectLabel, unitOf } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { shownOf } from '../../platform/trace/shown-of.ts'
import { FigureMentions } from '../../reports/index.ts'
import { archiveMessages } from '../messages.ts'
import { figureOfCounty, latestRun } from './figure-of-need.ts'

const says = archiveMessages.figure

interface FigurePartProps {
  readonly catalogue: Catalogue
  readonly row: NeedRow
}

/** What the material proves: the figure of its indicator at its unit, and the sentences that stand on it. */
export function FigurePart({ catalogue, row }: FigurePartProps): ReactNode {
  const run = useRunOf(catalogue)
  return run === undefined ? null : <OfRun run={run} row={row} />
}

/** The run that a catalogue's materials prove, for whoever may see evaluations. */
export function useRunOf(catalogue: Catalogue): RunEntry | undefined {
  const may = useMay()('evaluation.read')
  const { data: runs } = useQuery({ ...runsQuery(), enabled: may })
  return latestRun(runs ?? [], catalogue)
}

function OfRun({ run, row }: { run: RunEntry; row: NeedRow }): ReactNode {
  const { indicator, unit } = row
  const { data: assessment } = useQuery(assessmentQuery(run.id))
  const { data: own } = useQuery(figuresQuery(run.id, { node: [indicator], unit }))
  const { data: all } = useQuery({
    ...figuresQuery(run.id, { node: [indicator] }),
    enabled: own !== undefined && own.length === 0,
  })
  if (assessment === undefined || own === undefined) return null
  const ofCounty = figureOfCounty(all ?? [])
  const figures = own.length > 0 ? own : ofCounty === undefined ? [] : [ofCounty]
  if (figures.length === 0 && (all ?? []).length === 0) return null
  return (
    <section className="panel-section">
      <h3>
        {says.title}
        <span className="muted apart">{says.run(run.year, run.pack.title)}</span>
      </h3>
      {figures.length === 0 && (
        <p>
          <Link to="/evaluation/indicators/$node" params={{ node: indicator }} search={{ run: run.id }}>
            {says.manySubjects(all?.length ?? 0)}
          </Link>
        </p>
      )}
      {figures.map((figure) => (
        <OneFigure key={figure.id} run={run} assessment={assessment} figure={figure} />
      ))}
    </section>
  )
}

interface OneFigureProps {
  readonly run: RunEntry
  readonly assessment: Assessment
  readonly figure: Figure
}

/** Value and verdict, leading to the trace; below, where it is written. */
function OneFigure({ run, assessment, figure }: OneFigureProps): ReactNode {
  const { data } = useQuery(figureTraceQuery(run.id, figure.id))
  const subject = assessment.subjects.find(({ id }) => id === figure.subject)
  const node = assessment.nodes.find(({ id }) => id === figure.node)
  const about = { county: run.county.code, pack: run.pack.id, year: run.year, figure: figure.id }
  return (
    <>
      <p>
        {subject !== undefined && <span className="before">{subjectLabel(subject)}</span>}
        <Link
          to="/evaluation/indicators/$node"
          params={{ node: figure.node }}
          search={{ run: run.id, trace: [figure.id] }}
        >
          {says.shown(shownOf(figure), unitOf(node) ?? '')}
        </Link>
        {figure.state !== undefined && (
          <span className="apart">
            <Light state={figure.state} />
          </span>
        )}
        {figure.standard !== undefined && <span className="apart muted">{says.standard(figure.standard.text)}</span>}
      </p>
      {data !== undefined && <FigureMentions about={about} run={run.id} mentions={data.mentions} />}
    </>
  )
}
