import type { OutcomeLine } from '@eduduty/core/appraisal'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { outcomeColumns } from '../outcomes/outcome-columns.tsx'
import { outcomeMessages as says } from '../yearly-messages.ts'
import { outcomesQuery } from './yearly-queries.ts'

/** What followed from the results of all units within reach. */
export function OutcomesPart(props: { year: string | undefined; pick: (year: string | undefined) => void }): ReactNode {
  const { year, pick } = props
  const { data, error, refetch } = useQuery(outcomesQuery(year))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const years = data.years.map((one) => ({ value: String(one), label: String(one) }))
  const empty =
    year === undefined ? (
      <EmptyState title={says.noneAnywhere} advice={says.noneAnywhereAdvice} />
    ) : (
      <EmptyState title={says.noneOfYear} />
    )
  return (
    <>
      <div className="filters">
        <ChoiceFilter label={says.year} value={year} options={years} pick={pick} />
        <span className="filters-end muted">{says.count(data.outcomes.length, data.has_more)}</span>
      </div>
      <LedgerTable
        label={says.table}
        rows={data.outcomes}
        columns={columns}
        rowKey={({ outcome }) => outcome.outcome_id}
        empty={empty}
      />
    </>
  )
}

const columns: readonly Column<OutcomeLine>[] = [
  {
    key: 'unit',
    title: says.columns.unit,
    width: 150,
    wrap: true,
    cell: (one) => (
      <Link
        to="/appraisal/$county/$appraisal"
        params={{ county: one.county, appraisal: one.appraisal_id }}
        search={{ tab: 'outcomes' }}
      >
        {one.unit}
      </Link>
    ),
  },
  { key: 'year', title: says.columns.year, width: 54, cell: ({ year }) => year },
  { key: 'rating', title: says.columns.rating, width: 130, wrap: true, cell: (one) => one.rating_title },
  { key: 'grade', title: says.columns.grade, width: 66, cell: ({ grade }) => grade },
  ...outcomeColumns<OutcomeLine>(({ outcome }) => outcome),
]
