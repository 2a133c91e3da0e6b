import type { RatedSubject, RatingView } from '@eduduty/core/evaluation'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { evaluationMessages } from '../messages.ts'
import { LadderLine } from './ladder-line.tsx'
import { pointNumber } from './point-number.ts'
import { ratedColumns } from './rated-columns.tsx'
import { RatedDetail } from './rated-detail.tsx'

const route = getRouteApi('/shell/run/evaluation/ratings')
const says = evaluationMessages.ratings

/** Points and grades: who is rated what, and where the points were lost. */
export function RatingsPage(): ReactNode {
  const { ratings = [] } = useCurrentRun().index.assessment
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const rating = ratings.find(({ id }) => id === search.rating) ?? ratings[0]
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      {ratings.length > 1 && (
        <Segmented
          value={rating?.id ?? ''}
          options={ratings.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => navigate({ search: { rating: id }, replace: true })}
        />
      )}
      {rating === undefined ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <OneRating rating={rating} />
      )}
    </>
  )
}

function OneRating({ rating }: { rating: RatingView }): ReactNode {
  const { index } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useMemo(() => ratedColumns(rating, index), [rating, index])
  const picked = rating.subjects.find(({ subject }) => subject === search.pick) ?? worst(rating.subjects)
  return (
    <section aria-label={rating.title}>
      <LadderLine rating={rating} />
      {rating.subjects.length > 1 && (
        <>
          <LedgerTable
            label={rating.title}
            columns={columns}
            rows={rating.subjects}
            rowKey={({ subject }) => subject}
            sort={search.sort ?? '-points'}
            onSort={(sort) => navigate({ search: (before) => ({ ...before, sort }), replace: true })}
            onOpen={({ subject }) =>
              navigate({ search: (before) => ({ ...before, pick: subject }), resetScroll: false })
            }
            selected={picked?.subject}
            height="40vh"
          />
          <p className="muted">{says.pickHint}</p>
        </>
      )}
      {picked === undefined ? (
        <EmptyState title={says.noSubjects} />
      ) : (
        <RatedDetail key={picked.subject} rated={picked} />
      )}
    </section>
  )
}

/** The one with the fewest sure points: where help is needed first. */
function worst(subjects: readonly RatedSubject[]): RatedSubject | undefined {
  return [...subjects].sort((a, b) => (pointNumber(a.points) ?? Infinity) - (pointNumber(b.points) ?? Infinity))[0]
}
