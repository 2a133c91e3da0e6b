import type { IndicatorEvidence } from '@eduduty/core/archive'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figureTraceQuery } from '../../platform/run/queries.ts'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { evidenceQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { EvidenceTable } from './evidence-table.tsx'
import '../archive.css'

const says = archiveMessages.evidence

/** Materials of one indicator that a drawer shows. */
const MOST = 6
/** Indicators looked at around a figure that has no papers of its own. */
const MOST_NEAR = 12

interface FigureEvidenceProps {
  readonly figure: string
  /** Says so where nothing is asked for. */
  readonly isTold?: boolean
}

/** In the chain of a figure: the papers that stand behind it, of its unit where that owes any. */
export function FigureEvidence(props: FigureEvidenceProps): ReactNode {
  return useMay()('archive.read') ? <Asked {...props} /> : null
}

function Asked({ figure, isTold = false }: FigureEvidenceProps): ReactNode {
  const { index } = useCurrentRun()
  const { run, subjects } = index.assessment
  const { node: indicator, subject } = splitFigureId(figure)
  const unit = subjects.find(({ id }) => id === subject)?.unit
  const key = { county: run.county.code, pack: run.pack.id, year: run.year, indicator }
  const own = useQuery({ ...evidenceQuery({ ...key, unit: unit ?? '' }), enabled: unit !== undefined })
  const isOwn = hasNeeds(own.data)
  const all = useQuery({ ...evidenceQuery(key), enabled: unit === undefined || (own.data !== undefined && !isOwn) })
  const data = isOwn ? own.data : all.data
  if (data === undefined) return null
  if (hasNeeds(data)) return <Shown title={says.title} indicator={indicator} data={data} />
  return <Near figure={figure} unit={unit} isTold={isTold} />
}

const hasNeeds = (data: IndicatorEvidence | undefined): boolean =>
  data?.catalogue !== undefined && data.needs.length > 0

interface NearProps {
  readonly figure: string
  readonly unit: string | undefined
  readonly isTold: boolean
}

/** What a figure is counted from, or goes into, has papers where it has none itself. */
function Near({ figure, unit, isTold }: NearProps): ReactNode {
  const { id, index } = useCurrentRun()
  const { run } = index.assessment
  const { data: traced } = useQuery(figureTraceQuery(id, figure))
  const around = [...(traced?.trace.inputs ?? []).map((one) => one.figure), ...(traced?.trace.used_by ?? [])]
  const near = [...new Set(around.map((one) => splitFigureId(one ?? '').node))]
    .filter((node) => index.nodes.get(node)?.kind === 'indicator')
    .slice(0, MOST_NEAR)
  const key = { county: run.county.code, pack: run.pack.id, year: run.year, ...(unit !== undefined && { unit }) }
  const answers = useQueries({ queries: near.map((indicator) => evidenceQuery({ ...key, indicator })) })
  const found = near.flatMap((indicator, at) => {
    const data = answers[at]?.data
    return data === undefined || !hasNeeds(data) ? [] : [{ indicator, data }]
  })
  const isRead = traced !== undefined && answers.every(({ isPending }) => !isPending)
  if (found.length === 0) return isTold && isRead ? <p className="muted">{says.noneAsked}</p> : null
  return found.map(({ indicator, data }) => (
    <Shown
      key={indicator}
      title={says.titleOf(index.nodes.get(indicator)?.title ?? indicator)}
      indicator={indicator}
      data={data}
    />
  ))
}

interface ShownProps {
  readonly title: string
  readonly indicator: string
  readonly data: IndicatorEvidence
}

function Shown({ title, indicator, data }: ShownProps): ReactNode {
  const { county } = useCurrentRun().index.assessment.run
  const catalogue = `${county.code}/${data.catalogue ?? ''}`
  const papers = new Set(data.needs.flatMap((one) => one.papers.map(({ paper }) => paper))).size
  return (
    <section className="trace-section">
      <h3>{title}</h3>
      <p>
        <Link to="/archive" search={{ catalogue, indicator }}>
          {says.papers(papers)}
        </Link>
        <span className="muted apart">{says.count(data.needs)}</span>
      </p>
      <EvidenceTable needs={data.needs} catalogue={catalogue} most={MOST} />
    </section>
  )
}
