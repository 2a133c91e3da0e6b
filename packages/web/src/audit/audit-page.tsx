import type { VerifyState } from '@eduduty/core/audit'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { queryString, sendJson } from '../platform/api/http.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { eventsQuery, verifyQuery } from './audit-queries.ts'
import { type AuditFilter, filterOf, isFiltered } from './audit-search.ts'
import { eventColumns, eventKey } from './event-columns.tsx'
import { EventFilters } from './event-filters.tsx'
import { EventPanel } from './event-panel.tsx'
import { auditMessages as says } from './messages.ts'
import { PrintLines } from './print-lines.tsx'
import { VerifyPanel } from './verify-panel.tsx'

const route = getRouteApi('/shell/plain/audit')

/** The log for the auditor: what happened, whether anybody tampered with it, and a copy to take away. */
export function AuditPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filter = filterOf(search)
  const change = (part: AuditFilter) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const openVerify = (verify: 'open' | undefined) => navigate({ search: (before) => ({ ...before, verify }) })
  const start = useStartVerification(() => openVerify('open'))
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={<Actions filter={filter} verify={start} />} />
      <PrintLines filter={filter}>
        <EventTable
          filter={filter}
          change={change}
          open={search.event}
          onOpen={(event) => navigate({ search: (before) => ({ ...before, event }) })}
        />
      </PrintLines>
      {search.verify === 'open' && <VerifyPanel start={start} close={() => openVerify(undefined)} />}
    </>
  )
}

function useStartVerification(onStarted: () => void): () => void {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutate } = useMutation({
    mutationFn: () => sendJson<VerifyState>('POST', '/audit/verify'),
    onSuccess: (state) => {
      client.setQueryData(verifyQuery().queryKey, state)
      onStarted()
    },
    onError: (error) => void message.error(error.message),
  })
  return () => mutate()
}

function Actions({ filter, verify }: { filter: AuditFilter; verify: () => void }): ReactNode {
  const may = useMay()
  const link = (format: 'xlsx' | 'csv') => (
    <a href={`/api/audit/export${queryString({ ...filter, format })}`} download>
      {says.exportAs[format]}
    </a>
  )
  return (
    <>
      {may('audit.export') && (
        <Dropdown
          trigger={['click']}
          menu={{ items: (['xlsx', 'csv'] as const).map((format) => ({ key: format, label: link(format) })) }}
        >
          <Button>{says.exportLabel}</Button>
        </Dropdown>
      )}{' '}
      <Button type="primary" onClick={verify}>
        {says.verify.action}
      </Button>
    </>
  )
}

interface EventTableProps {
  readonly filter: AuditFilter
  readonly change: (part: AuditFilter) => void
  readonly open: string | undefined
  readonly onOpen: (event: string | undefined) => void
}

function EventTable({ filter, change, open, onOpen }: EventTableProps): ReactNode {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(eventsQuery(filter))
  const events = data?.pages.flatMap((page) => page.events)
  const count = events === undefined ? '' : says.filter.count(events.length, hasNextPage)
  const known = events?.find((event) => eventKey(event) === open)
  return (
    <>
      <EventFilters filter={filter} change={change} count={count} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && events === undefined && <Loading />}
      {events !== undefined && (
        <LedgerTable
          label={says.title}
          columns={eventColumns}
          rows={events}
          rowKey={eventKey}
          onOpen={(event) => onOpen(eventKey(event))}
          selected={open}
          height="calc(100vh - 216px)"
          empty={<Empty filtered={isFiltered(filter)} />}
        />
      )}
      {hasNextPage && (
        <Button className="audit-older" size="small" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {isFetchingNextPage ? says.olderLoading : says.older}
        </Button>
      )}
      {open !== undefined && (
        <EventPanel
          eventKey={open}
          known={known}
          close={() => onOpen(undefined)}
          narrow={(part) => {
            onOpen(undefined)
            change(part)
          }}
        />
      )}
    </>
  )
}

function Empty({ filtered }: { filtered: boolean }): ReactNode {
  return filtered ? (
    <EmptyState title={says.nothingFits} advice={says.nothingFitsAdvice} />
  ) : (
    <EmptyState title={says.empty} advice={says.emptyAdvice} />
  )
}
