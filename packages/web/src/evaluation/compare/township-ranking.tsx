import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { filterableAttributes } from '../schools/subject-row.ts'
import { compareMessages } from './messages.ts'
import { rankingQuery } from './queries.ts'
import { NodeFilter, useFilterChange, useUnitIndicators } from './rank-filters.tsx'
import { groupColumns } from './ranking-columns.tsx'

const route = getRouteApi('/shell/run/evaluation/compare')
const says = compareMessages

/** Townships by the share of their schools that meet an indicator. */
export function TownshipRanking(): ReactNode {
  const { id, index } = useCurrentRun()
  const search = route.useSearch()
  const change = useFilterChange()
  const nodes = useUnitIndicators()
  const attributes = useMemo(
    () => [...filterableAttributes(index.assessment.subjects.filter(({ unit }) => unit !== undefined)).keys()],
    [index],
  )
  const node = nodes.find((one) => one.id === search.node) ?? nodes[0]
  const by = attributes.find((one) => one === search.by) ?? attributes[0]
  const answer = useQuery({
    ...rankingQuery(id, { node: node?.id ?? '', by, of: [] }),
    enabled: node !== undefined && by !== undefined,
  })
  if (node === undefined || by === undefined) return <EmptyState title={says.noUnits} advice={says.noUnitsAdvice} />
  return (
    <>
      <div className="filters">
        <NodeFilter node={node.id} nodes={nodes} />
        <ChoiceFilter
          label={says.by}
          value={by}
          options={attributes.map((value) => ({ value, label: value }))}
          pick={(value) => change({ by: value })}
        />
      </div>
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <>
          <p className="muted rank-note">{says.rankNote(answer.data.least)}</p>
          <LedgerTable
            label={says.view.townships}
            columns={groupColumns(node.id, by, answer.data.least)}
            rows={answer.data.rows}
            rowKey={(row) => row.key}
            empty={<EmptyState title={says.noRows} advice={says.noRowsAdvice} />}
          />
        </>
      )}
    </>
  )
}
