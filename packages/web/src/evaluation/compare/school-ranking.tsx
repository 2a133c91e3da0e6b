import type { NodeView, RankingAnswer, Subject } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { otherDimensions } from '../../platform/run/run-index.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { AttributeFilters } from '../schools/attribute-filters.tsx'
import { filterableAttributes } from '../schools/subject-row.ts'
import { compareMessages } from './messages.ts'
import { rankingQuery } from './queries.ts'
import { NodeFilter, useFilterChange, useUnitIndicators } from './rank-filters.tsx'
import { subjectRankColumns } from './ranking-columns.tsx'

const route = getRouteApi('/shell/run/evaluation/compare')
const says = compareMessages
const MOST_ATTRIBUTES = 3

/** Schools of one stage, narrowed to those alike, by the value of one indicator. */
export function SchoolRanking(): ReactNode {
  const { id, index } = useCurrentRun()
  const search = route.useSearch()
  const nodes = useUnitIndicators()
  const node = nodes.find((one) => one.id === search.node) ?? nodes.find(hasOrder) ?? nodes[0]
  const own = useMemo(
    () => index.assessment.subjects.filter(({ grain, included }) => grain === node?.grain && included),
    [index, node],
  )
  const stages = [...new Set(own.flatMap(otherDimensions))]
  const stage = stages.find((one) => one === search.stage) ?? stages[0]
  const of = [...(stage === undefined ? [] : [stage]), ...(search.f ?? [])]
  const answer = useQuery({
    ...rankingQuery(id, { node: node?.id ?? '', by: undefined, of }),
    enabled: node !== undefined,
  })
  if (node === undefined) return <EmptyState title={says.noUnits} advice={says.noUnitsAdvice} />
  return (
    <>
      <Filters node={node} nodes={nodes} stage={stage} stages={stages} subjects={own} />
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <Ranking node={node} answer={answer.data} />
      )}
    </>
  )
}

function Ranking({ node, answer }: { node: NodeView; answer: RankingAnswer }): ReactNode {
  const known = answer.rows.filter(({ figure }) => figure?.value !== undefined).length
  return (
    <>
      <p className="muted rank-note">
        {says.schoolNote(answer.least, known)} {says.direction[answer.direction ?? 'none']}。
      </p>
      <LedgerTable
        label={says.view.schools}
        columns={subjectRankColumns(node, answer.least)}
        rows={answer.rows}
        rowKey={(row) => row.key}
        height="560px"
        empty={<EmptyState title={says.noRows} advice={says.noRowsAdvice} />}
      />
    </>
  )
}

function Filters(props: {
  node: NodeView
  nodes: readonly NodeView[]
  stage: string | undefined
  stages: readonly string[]
  subjects: readonly Subject[]
}): ReactNode {
  const search = route.useSearch()
  const change = useFilterChange()
  const attributes = [...filterableAttributes(props.subjects)].slice(0, MOST_ATTRIBUTES)
  return (
    <div className="filters">
      <NodeFilter node={props.node.id} nodes={props.nodes} />
      {props.stages.length > 1 && (
        <ChoiceFilter
          label={says.stage}
          value={props.stage}
          options={props.stages.map((value) => ({ value, label: value }))}
          pick={(stage) => change({ stage })}
        />
      )}
      <AttributeFilters attributes={attributes} f={search.f} onChoose={(f) => change({ f })} />
    </div>
  )
}

/** A judgement of yes or no, or of equality, gives no order. */
function hasOrder({ standard = {} }: NodeView): boolean {
  return Object.values(standard).some((text) => /^[≥≤]/.test(text))
}
