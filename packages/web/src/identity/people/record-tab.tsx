import type { TenureEntry } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { AppointmentActions } from '../grants/appointment-actions.tsx'
import { AppointmentState } from '../grants/appointment-state.tsx'
import { tenureSummary } from '../grants/appointment-summary.tsx'
import { grantMessages } from '../grants/messages.ts'
import { tenuresQuery } from './identity-queries.ts'
import { ListFilters } from './list-filters.tsx'
import { peopleMessages } from './messages.ts'
import { pageSize } from './page-size.ts'
import { appointmentFilters, type TenureSearch } from './people-search.ts'

const says = grantMessages.tenures

export const tenurePath = (row: TenureEntry): string => `/identity/tenures/${row.county_code}/${row.tenure_id}`

const columns: readonly Column<TenureEntry>[] = [
  { key: 'person', title: grantMessages.person, width: 100, sticky: true, cell: (row) => row.person_name },
  {
    key: 'post',
    title: grantMessages.post,
    width: 260,
    cell: (row) => (
      <span>
        {row.unit_name} {row.post_title}
      </span>
    ),
  },
  {
    key: 'kind',
    title: says.kind,
    width: 120,
    cell: (row) => (row.replaces === '' ? grantMessages.kinds[row.kind] : says.records.replaces(row.replaces)),
  },
  {
    key: 'period',
    title: grantMessages.access.columns.period,
    width: 220,
    cell: (row) => peopleMessages.period(row.since, row.until),
  },
  { key: 'status', title: grantMessages.status, width: 260, cell: (row) => <AppointmentState entry={row} /> },
  { key: 'reason', title: grantMessages.reason, width: 140, cell: (row) => row.reason },
  {
    key: 'actions',
    title: '',
    width: 140,
    cell: (row) => (
      <AppointmentActions
        entry={row}
        summary={tenureSummary(row)}
        path={tenurePath(row)}
        endWord={grantMessages.actions.end}
      />
    ),
  },
]

/** Every tenure, proposals first; decided, withdrawn and ended from its own row. */
export function RecordTab({
  search,
  change,
}: {
  search: TenureSearch
  change: (part: TenureSearch) => void
}): ReactNode {
  const { q, unit, status, page } = search
  const tenures = useQuery(tenuresQuery({ q, unit, status, page, size: String(pageSize) }))
  return (
    <>
      <ListFilters
        search={search}
        change={change}
        filtered={status !== undefined}
        clear={() => change({ q: undefined, unit: undefined, status: undefined })}
        total={tenures.data?.total}
      >
        <Select<(typeof appointmentFilters)[number]>
          size="small"
          className="filter"
          allowClear
          placeholder={grantMessages.status}
          aria-label={grantMessages.status}
          value={status ?? null}
          options={appointmentFilters.map((value) => ({ value, label: grantMessages.statuses[value] }))}
          onChange={(value?: (typeof appointmentFilters)[number]) => change({ status: value })}
        />
      </ListFilters>
      {tenures.error !== null ? (
        <ErrorState error={tenures.error} retry={() => tenures.refetch()} />
      ) : tenures.data === undefined ? (
        <Loading />
      ) : (
        <>
          <LedgerTable
            label={says.tabs.records}
            rows={tenures.data.rows}
            columns={columns}
            rowKey={(row) => row.tenure_id}
            height="calc(100vh - 236px)"
            empty={<EmptyState title={says.records.empty} advice={says.records.emptyAdvice} />}
          />
          <Pager total={tenures.data.total} size={pageSize} page={page} go={(to) => change({ page: to })} />
        </>
      )}
    </>
  )
}
