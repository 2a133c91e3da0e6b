import type { GrantEntry } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { grantsQuery } from '../people/identity-queries.ts'
import { ListFilters } from '../people/list-filters.tsx'
import { peopleMessages } from '../people/messages.ts'
import { pageSize } from '../people/page-size.ts'
import { appointmentFilters } from '../people/people-search.ts'
import { AppointmentActions } from './appointment-actions.tsx'
import { AppointmentState } from './appointment-state.tsx'
import { grantSummary } from './appointment-summary.tsx'
import type { GrantSearch } from './grants-search.ts'
import { grantMessages } from './messages.ts'
import { roleOptions } from './role-options.ts'

const says = grantMessages.grants

const grantPath = (row: GrantEntry): string => `/identity/grants/${row.county_code}/${row.grant_id}`

const columns: readonly Column<GrantEntry>[] = [
  {
    key: 'post',
    title: grantMessages.post,
    width: 244,
    sticky: true,
    cell: (row) => (
      <span>
        {row.unit_name} {row.post_title}
      </span>
    ),
  },
  { key: 'holders', title: says.holders, width: 80, cell: (row) => row.holders.join('、') },
  { key: 'role', title: says.role, width: 110, cell: (row) => row.role_title },
  { key: 'scope', title: says.scope, width: 160, cell: (row) => <span title={row.scope_path}>{row.scope_name}</span> },
  { key: 'period', title: says.period, width: 190, cell: (row) => peopleMessages.period(row.since, row.until) },
  { key: 'status', title: grantMessages.status, width: 206, cell: (row) => <AppointmentState entry={row} /> },
  { key: 'reason', title: grantMessages.reason, width: 96, cell: (row) => row.reason },
  {
    key: 'actions',
    title: '',
    width: 150,
    cell: (row) => (
      <AppointmentActions
        entry={row}
        summary={grantSummary(row)}
        path={grantPath(row)}
        endWord={grantMessages.actions.revoke}
      />
    ),
  },
]

/** Every grant, proposals first; decided, withdrawn and taken back from its own row. */
export function GrantTab({ search, change }: { search: GrantSearch; change: (part: GrantSearch) => void }): ReactNode {
  const { q, unit, role, status, page } = search
  const grants = useQuery(grantsQuery({ q, unit, role, status, page, size: String(pageSize) }))
  return (
    <>
      <ListFilters
        search={search}
        change={change}
        filtered={role !== undefined || status !== undefined}
        clear={() => change({ q: undefined, unit: undefined, role: undefined, status: undefined })}
        total={grants.data?.total}
      >
        <OwnFilters search={search} change={change} />
      </ListFilters>
      {grants.error !== null ? (
        <ErrorState error={grants.error} retry={() => grants.refetch()} />
      ) : grants.data === undefined ? (
        <Loading />
      ) : (
        <>
          <LedgerTable
            label={says.tabs.list}
            rows={grants.data.rows}
            columns={columns}
            rowKey={(row) => row.grant_id}
            height="calc(100vh - 236px)"
            empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
          />
          <Pager total={grants.data.total} size={pageSize} page={page} go={(to) => change({ page: to })} />
        </>
      )}
    </>
  )
}

function OwnFilters({ search, change }: { search: GrantSearch; change: (part: GrantSearch) => void }): ReactNode {
  return (
    <>
      <Select
        size="small"
        className="filter"
        allowClear
        placeholder={says.role}
        aria-label={says.role}
        value={search.role ?? null}
        options={roleOptions}
        onChange={(role?: string) => change({ role })}
      />
      <Select<(typeof appointmentFilters)[number]>
        size="small"
        className="filter"
        allowClear
        placeholder={grantMessages.status}
        aria-label={grantMessages.status}
        value={search.status ?? null}
        options={appointmentFilters.map((value) => ({ value, label: grantMessages.statuses[value] }))}
        onChange={(status?: (typeof appointmentFilters)[number]) => change({ status })}
      />
    </>
  )
}
