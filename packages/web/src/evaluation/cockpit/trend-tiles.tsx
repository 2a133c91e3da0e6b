import type { Figure, NodeView, TrendAnswer } from '@eduduty/core/evaluation'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { LineChart } from '../../platform/chart/line-chart.tsx'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { otherDimensions, type RunIndex, unitOf } from '../../platform/run/run-index.ts'
import { trendQuery } from '../indicators/queries.ts'
import { linesOf } from '../indicators/trend-lines.ts'
import { useCoarseFigures } from '../use-coarse-figures.ts'
import { cockpitMessages } from './messages.ts'

const MOST = 2
const says = cockpitMessages

interface Worst {
  readonly node: NodeView
  readonly figure: Figure
  readonly stage: string
}

/** The county's own figures that stand worst, over the years. */
export function TrendTiles({ isWall }: { isWall: boolean }): ReactNode {
  const { id, index } = useCurrentRun()
  const figures = useCoarseFigures()
  const worst = useMemo(() => worstOf(index, figures), [index, figures])
  const trends = useQueries({ queries: worst.map(({ figure }) => trendQuery(id, figure.id)) })
  return (
    <section>
      <h2>{says.trends}</h2>
      {worst.length === 0 && <p className="muted">{says.trendsNone}</p>}
      {worst.map((one, at) => (
        <Trend key={one.figure.id} one={one} points={trends[at]?.data} isWall={isWall} />
      ))}
    </section>
  )
}

function Trend(props: { one: Worst; points: TrendAnswer | undefined; isWall: boolean }): ReactNode {
  const { one, points, isWall } = props
  const { node, stage } = one
  const labels = useMemo(() => (points ?? []).map(({ year }) => String(year)), [points])
  const lines = useMemo(
    () => linesOf(node, [{ name: stage === '' ? node.title : stage, points: points ?? [] }], labels.map(Number)),
    [node, stage, points, labels],
  )
  return (
    <div className="trend-tile">
      <h3>
        <Link to="/evaluation/indicators/$node" params={{ node: node.id }}>
          {[node.title, stage].filter(Boolean).join(' · ')}
        </Link>
      </h3>
      {points !== undefined && (
        <LineChart
          label={node.title}
          axis={unitOf(node) ?? ''}
          labels={labels}
          lines={lines}
          {...(isWall && { fontSize: 20 })}
        />
      )}
    </div>
  )
}

const badness = { unmet: 0, error: 1, undecided: 2, met: 3, not_applicable: 4 } as const

/** Numbers with a standard, worst lights first, in the order of the framework. */
function worstOf(index: RunIndex, figures: ReadonlyMap<string, readonly Figure[]>): readonly Worst[] {
  const items = index.assessment.sections.flatMap((section) => section.items)
  const all = items.flatMap(({ indicator }): Worst[] => {
    const node = index.nodes.get(indicator)
    return (figures.get(indicator) ?? []).flatMap((figure) => {
      const subject = index.subjects.get(figure.subject)
      const isNumber = figure.value !== undefined && /^-?[\d./]+$/.test(figure.value)
      if (node === undefined || subject === undefined || !isNumber || figure.standard === undefined) return []
      return [{ node, figure, stage: otherDimensions(subject).join('、') }]
    })
  })
  return all.toSorted((a, b) => badness[a.figure.state ?? 'met'] - badness[b.figure.state ?? 'met']).slice(0, MOST)
}
