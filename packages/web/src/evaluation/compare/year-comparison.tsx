import { chinaMinute } from '@eduduty/core/calendar'
import type { ComparisonAnswer } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { type ChangeFilter, changeFilters } from './compare-search.ts'
import { comparisonColumns } from './comparison-columns.tsx'
import { comparisonRows, passesChange } from './comparison-rows.ts'
import { compareMessages } from './messages.ts'
import { comparisonQuery } from './queries.ts'

const route = getRouteApi('/shell/run/evaluation/compare')
const says = compareMessages

/** This run against another of the same county and pack, or against an earlier year that it read itself. */
export function YearComparison(): ReactNode {
  const { id } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const others = useOthers()
  const other = others.find(({ value }) => value === search.with)?.value ?? others[0]?.value
  const answer = useQuery({ ...comparisonQuery(id, other ?? ''), enabled: other !== undefined })
  if (other === undefined) return <EmptyState title={says.noOther} advice={says.noOtherAdvice} />
  return (
    <>
      <div className="filters">
        <span className="inline-label">
          {says.with}
          <Select<string>
            size="small"
            className="compare-with"
            popupMatchSelectWidth={false}
            aria-label={says.with}
            value={other}
            options={[...others]}
            onChange={(value) => navigate({ search: (before) => ({ ...before, with: value }) })}
          />
        </span>
        <Segmented<ChangeFilter | 'all'>
          size="small"
          value={search.change ?? 'all'}
          options={(['all', ...changeFilters] as const).map((value) => ({ value, label: says.filter[value] }))}
          onChange={(value) =>
            navigate({
              search: (before) => ({ ...before, change: value === 'all' ? undefined : value }),
              replace: true,
            })
          }
        />
      </div>
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <Table answer={answer.data} />
      )}
    </>
  )
}

function Table({ answer }: { answer: ComparisonAnswer }): ReactNode {
  const { index } = useCurrentRun()
  const { change } = route.useSearch()
  const rows = useMemo(() => comparisonRows(index, answer), [index, answer])
  const columns = useMemo(() => comparisonColumns(index, answer), [index, answer])
  return (
    <LedgerTable
      label={says.title}
      columns={columns}
      rows={rows.filter((row) => passesChange(row, change))}
      rowKey={(row) => row.key}
      empty={<EmptyState title={says.noRows} />}
    />
  )
}

/** What the run can be compared with, the newest first. */
function useOthers(): readonly { readonly value: string; readonly label: string }[] {
  const { id, runs, index } = useCurrentRun()
  const { county, pack } = index.assessment.run
  const kept = runs.filter((one) => one.id !== id && one.county.code === county.code && one.pack.id === pack.id)
  return [
    ...index.assessment.history.toReversed().map(({ year }) => ({ value: `y${year}`, label: says.withYear(year) })),
    ...kept.map((one) => ({ value: one.id, label: says.withRun(one.year, chinaMinute(one.created_at), one.status) })),
  ]
}
