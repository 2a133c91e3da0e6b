import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { EvidencePart } from '../../archive/index.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { type RunIndex, unitOf } from '../../platform/run/run-index.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { Evidence } from '../overview/item-panel.tsx'
import { CommentSection } from './comment-section.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { DriverSection } from './driver-section.tsx'
import { FormulaSection } from './formula-section.tsx'
import { IndicatorFacts } from './indicator-facts.tsx'
import { indicatorMessages } from './messages.ts'
import { SubjectSection } from './subject-section.tsx'
import { TrendSection } from './trend-section.tsx'

const route = getRouteApi('/shell/run/evaluation/indicators/$node')
const says = indicatorMessages.page

/** Everything about one indicator on one page: how it is computed, how it stands, who makes it so, who still owes. */
export function IndicatorPage(): ReactNode {
  const { index } = useCurrentRun()
  const node = index.nodes.get(route.useParams().node)
  if (node === undefined) {
    return (
      <EmptyState
        title={says.unknown}
        advice={says.unknownAdvice}
        action={<Link to="/evaluation/indicators">{says.toList}</Link>}
      />
    )
  }
  return <OneIndicator key={node.id} node={node} />
}

function OneIndicator({ node }: { node: NodeView }): ReactNode {
  const { id } = useCurrentRun()
  const answer = useQuery(figuresQuery(id, { node: [node.id] }))
  const { subject } = route.useSearch()
  return (
    <>
      <PageHead
        title={[node.no, node.title].filter(Boolean).join(' ')}
        purpose={says.purpose}
        unit={unitOf(node) ?? says.unitless}
        action={
          <Link to="/evaluation/what-if" search={{ node: node.id, subject }} className="primary-link">
            {says.whatIf}
          </Link>
        }
      />
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <Sections node={node} figures={answer.data} />
      )}
    </>
  )
}

function Sections({ node, figures }: { node: NodeView; figures: readonly Figure[] }): ReactNode {
  const { index } = useCurrentRun()
  const { run } = index.assessment
  const { subject } = route.useSearch()
  const { coarse, ofUnits } = useMemo(() => splitFigures(index, figures), [index, figures])
  const item = index.assessment.sections
    .flatMap((section) => section.items)
    .find(({ indicator }) => indicator === node.id)
  const picked = ofUnits.find((figure) => figure.subject === subject)
  const shown = picked === undefined ? (coarse.length > 0 ? coarse : ofUnits.slice(0, 1)) : [picked]
  return (
    <>
      <div className="indicator-top">
        <IndicatorFacts node={node} item={item} coarse={coarse} ofUnits={ofUnits} />
        <div>
          <TrendSection node={node} figures={shown} />
          <CoverageSection item={item} figures={figures} />
        </div>
      </div>
      <FormulaSection node={node} figures={shown} />
      <DriverSection node={node} item={item} figures={ofUnits} />
      {ofUnits.length > 0 && <SubjectSection node={node} figures={ofUnits} picked={picked?.subject} />}
      {item !== undefined && item.evidence.length > 0 && <Evidence item={item} />}
      <EvidencePart about={{ county: run.county.code, pack: run.pack.id, year: run.year, indicator: node.id }} />
      <CommentSection node={node} picked={picked} />
    </>
  )
}

const badness = { unmet: 0, error: 1, undecided: 2, met: 3, not_applicable: 4 } as const

/** Figures of the county and its stages; and of the units that take part, worst first. */
function splitFigures(index: RunIndex, figures: readonly Figure[]) {
  const unitOfFigure = (figure: Figure) => index.subjects.get(figure.subject)
  const coarse = figures.filter((figure) => unitOfFigure(figure)?.unit === undefined)
  const ofUnits = figures
    .filter((figure) => unitOfFigure(figure)?.unit !== undefined && unitOfFigure(figure)?.included === true)
    .toSorted((a, b) => badness[a.state ?? 'not_applicable'] - badness[b.state ?? 'not_applicable'])
  return { coarse, ofUnits }
}
