import type { SessionEntry, SessionList } from '@eduduty/core/identity'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { sessionsMessages as says } from './messages.ts'
import { sessionColumns } from './session-columns.tsx'
import { SessionPanel } from './session-panel.tsx'
import type { SessionsSearch } from './sessions-search.ts'

const route = getRouteApi('/shell/plain/identity/sessions')

const sessionsQuery = () =>
  queryOptions({
    queryKey: ['identity', 'sessions'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<SessionList>('/identity/sessions', signal),
  })

/** Who is signed in now, for whoever may end it. */
export function SessionsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch, isFetching } = useQuery(sessionsQuery())
  const change = (part: SessionsSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const pick = (session: string | undefined) => navigate({ search: (before) => ({ ...before, pick: session }) })
  const rows = data?.rows.filter((row) => fits(row, search.q))
  const refresh = (
    <Button type="primary" loading={isFetching} onClick={() => refetch()}>
      {says.refresh}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={refresh} />
      <div className="filters">
        <TextFilter label={says.filter} text={search.q} onText={(q) => change({ q })} wide />
        <span className="muted">{data !== undefined && says.count(rows?.length ?? 0, data.total)}</span>
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && rows === undefined && <Loading />}
      {rows !== undefined && (
        <LedgerTable
          label={says.title}
          columns={sessionColumns}
          rows={rows}
          rowKey={(row) => row.session}
          onOpen={(row) => pick(row.session)}
          selected={search.pick}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
          height="calc(100vh - 216px)"
          empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
        />
      )}
      {search.pick !== undefined && data !== undefined && (
        <SessionPanel entry={data.rows.find((row) => row.session === search.pick)} close={() => pick(undefined)} />
      )}
    </>
  )
}

function fits(row: SessionEntry, text = ''): boolean {
  const wanted = text.trim().toLowerCase()
  return [row.name, row.login_name, row.unit_name, row.address].some((one) => one.toLowerCase().includes(wanted))
}
