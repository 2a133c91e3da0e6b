import type { IndicatorEvidence } from '@eduduty/core/archive'
import type { Assessment } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figureTraceQuery } from '../../platform/run/queries.ts'
import { nameFigure, splitFigureId } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { evidenceQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { EvidenceTable } from './evidence-table.tsx'
import '../archive.css'

const says = archiveMessages.evidence

/** Materials of one indicator that a drawer shows. */
const MOST = 6
/** Figures above one that is no indicator of its own. */
const MOST_ABOVE = 4

/** In the chain of a figure: the papers that stand behind it, of its unit where that owes any. */
export function FigureEvidence({ figure }: { figure: string }): ReactNode {
  return useMay()('archive.read') ? <Asked figure={figure} /> : null
}

function Asked({ figure }: { figure: string }): ReactNode {
  const { id, index } = useCurrentRun()
  const isIndicator = index.nodes.get(splitFigureId(figure).node)?.kind === 'indicator'
  // What is counted on the way is proved by the papers of the indicators that it goes into.
  const { data } = useQuery({ ...figureTraceQuery(id, figure), enabled: !isIndicator })
  const above = (data?.trace.used_by ?? []).slice(0, MOST_ABOVE)
  if (isIndicator) return <OfIndicator figure={figure} />
  return above.map((one) => <OfIndicator key={one} figure={one} isAbove />)
}

function OfIndicator({ figure, isAbove = false }: { figure: string; isAbove?: boolean }): ReactNode {
  const { index } = useCurrentRun()
  const { indicator, catalogue, data } = useEvidenceOf(figure, index.assessment)
  if (catalogue === undefined || data === undefined) return null
  const papers = new Set(data.needs.flatMap((one) => one.papers.map(({ paper }) => paper))).size
  return (
    <section className="trace-section">
      <h3>{isAbove ? says.titleOf(nameFigure(index, figure).title) : says.title}</h3>
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

interface FoundEvidence {
  readonly indicator: string
  /** As it stands in the address. */
  readonly catalogue: string | undefined
  readonly data: IndicatorEvidence | undefined
}

/** What the unit of the figure owes; where it owes nothing, what others owe for the indicator. */
function useEvidenceOf(figure: string, { run, subjects }: Assessment): FoundEvidence {
  const { node: indicator, subject } = splitFigureId(figure)
  const key = { county: run.county.code, pack: run.pack.id, year: run.year, indicator }
  const unit = subjects.find(({ id }) => id === subject)?.unit
  const own = useQuery({ ...evidenceQuery({ ...key, unit: unit ?? '' }), enabled: unit !== undefined })
  const isOwn = (own.data?.needs.length ?? 0) > 0
  const all = useQuery({ ...evidenceQuery(key), enabled: unit === undefined || (own.data !== undefined && !isOwn) })
  const data = isOwn ? own.data : all.data
  const isThere = data?.catalogue !== undefined && data.needs.length > 0
  return { indicator, catalogue: isThere ? `${key.county}/${data.catalogue}` : undefined, data }
}
