import type { CauseView, Figure, ItemView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { CauseList } from '../../platform/trace/cause-list.tsx'
import { indicatorMessages } from './messages.ts'

const says = indicatorMessages.page

/** How many have reported what the indicator needs, and who has not. */
export function CoverageSection(props: { item: ItemView | undefined; figures: readonly Figure[] }): ReactNode {
  const { item, figures } = props
  const coverage = item?.coverage ?? figures[0]?.coverage
  const owing = owingOf(figures)
  return (
    <section className="panel-section">
      <h2>{says.coverage}</h2>
      {coverage !== undefined && <p className="number">{says.coverageOf(coverage.reported, coverage.expected)}</p>}
      {owing.length === 0 ? <p className="muted">{says.coverageWhole}</p> : <CauseList causes={owing} first={6} />}
    </section>
  )
}

/** What leaves figures open, each once. */
function owingOf(figures: readonly Figure[]): readonly CauseView[] {
  const open = figures.filter(({ status }) => status === 'missing').flatMap(({ causes = [] }) => causes)
  return [
    ...new Map(
      open.map((cause) => [[cause.unit, cause.register, cause.column, cause.message].join(' '), cause]),
    ).values(),
  ]
}
