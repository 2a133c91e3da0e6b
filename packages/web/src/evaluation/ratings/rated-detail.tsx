import type { Figure, RatedSubject } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { evaluationMessages } from '../messages.ts'
import { GradeTag } from './grade-tag.tsx'
import { pointNumber } from './point-number.ts'
import { type RatedItemRow, ratedItemColumns } from './rated-item-columns.tsx'

const says = evaluationMessages.ratings

type Filter = 'all' | 'lost' | 'open'

/** One subject: the sentence, and each item with its points. */
export function RatedDetail({ rated }: { rated: RatedSubject }): ReactNode {
  const run = useCurrentRun()
  const [filter, setFilter] = useState<Filter>('all')
  const answer = useQuery(figuresQuery(run.id, { subject: [rated.subject] }))
  const rows = useMemo(() => rowsOf(rated, answer.data ?? []), [rated, answer.data])
  const chosen = { all: rows, lost: rows.filter(isLost), open: rows.filter(isOpen) }
  const columns = useMemo(() => ratedItemColumns(run.index), [run.index])
  const sections = new Map(run.index.assessment.sections.map(({ id, title }) => [id, title]))
  return (
    <section aria-label={rated.name}>
      <div className="section-bar">
        <h2>
          {rated.name} <GradeTag rated={rated} />
        </h2>
        <Segmented<Filter>
          size="small"
          value={filter}
          options={[
            { value: 'all', label: says.allItems(rows.length) },
            { value: 'lost', label: says.lostItems(chosen.lost.length) },
            { value: 'open', label: says.openItems(chosen.open.length) },
          ]}
          onChange={setFilter}
        />
      </div>
      <p>{rated.text}</p>
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      <LedgerTable
        label={says.items(rated.name)}
        columns={columns}
        rows={chosen[filter]}
        rowKey={({ indicator }) => indicator}
        groupOf={({ section }) => ({
          key: section,
          heading: <SectionPoints title={sections.get(section) ?? section} rated={rated} section={section} />,
        })}
        empty={<EmptyState title={says.nothingHere} />}
      />
    </section>
  )
}

function SectionPoints(props: { title: string; rated: RatedSubject; section: string }): ReactNode {
  const part = props.rated.sections.find(({ section }) => section === props.section)
  return (
    <span className="section-heading">
      {props.title}
      {part !== undefined && (
        <span className="muted apart">{says.sectionPoints(part.points.shown, part.applied ?? part.full)}</span>
      )}
    </span>
  )
}

function rowsOf(rated: RatedSubject, figures: readonly Figure[]): readonly RatedItemRow[] {
  const found = new Map(figures.map((figure) => [figure.node, figure]))
  return rated.items.map((item) => ({ ...item, figure: found.get(item.indicator) }))
}

/** Points are lost for sure. */
const isLost = ({ points, full }: RatedItemRow): boolean =>
  points.value !== undefined && (pointNumber(points) ?? 0) < Number(full)

/** What is not reported is not lost: the points are open. */
const isOpen = ({ points }: RatedItemRow): boolean => points.low !== undefined
