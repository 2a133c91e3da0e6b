import type { CountiesAnswer } from '@eduduty/core/evaluation'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError, getJson, queryString } from '../../platform/api/http.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import type { CountiesSearch } from './counties-search.ts'
import { countyColumns } from './county-columns.tsx'
import { countyMessages } from './messages.ts'

const route = getRouteApi('/shell/plain/evaluation/counties')
const says = countyMessages

const countiesQuery = ({ pack, node }: CountiesSearch) =>
  queryOptions({
    queryKey: ['counties', pack, node],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<CountiesAnswer>(`/evaluation/counties${queryString({ pack, node })}`, signal),
  })

/** The newest evaluation of every county within reach, with the way down into each. */
export function CountiesPage(): ReactNode {
  const { pack, node } = route.useSearch()
  const answer = useQuery(countiesQuery({ pack, node }))
  const isNone = answer.error instanceof ApiError && answer.error.status === 404
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {isNone ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <Counties answer={answer.data} />
      )}
    </>
  )
}

function Counties({ answer }: { answer: CountiesAnswer }): ReactNode {
  const { node } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: CountiesSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const count = (state: string) => answer.rows.filter((row) => row.state === state).length
  return (
    <>
      <div className="filters">
        {answer.packs.length > 1 && (
          <span className="inline-label rank-node">
            <ChoiceFilter
              label={says.pack}
              value={answer.pack}
              options={answer.packs.map(({ id, title }) => ({ value: id, label: title }))}
              pick={(pack) => change({ pack, node: undefined })}
            />
          </span>
        )}
        <span className="inline-label rank-node">
          {says.node}
          <ChoiceFilter
            label={says.nodeNone}
            value={node}
            options={answer.nodes.map(({ id, no, title }) => ({
              value: id,
              label: [no, title].filter(Boolean).join(' '),
            }))}
            pick={(value) => change({ node: value })}
          />
        </span>
        <span className="filters-end muted">
          {says.summary(answer.rows.length, count('met'), count('unmet'), count('undecided'))}
        </span>
      </div>
      <p className="muted rank-note">{says.note(answer.least)}</p>
      <LedgerTable
        label={says.title}
        columns={countyColumns(answer)}
        rows={answer.rows}
        rowKey={({ county }) => county.code}
      />
    </>
  )
}
