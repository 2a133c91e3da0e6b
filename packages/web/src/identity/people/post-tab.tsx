import type { PostEntry } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { grantMessages } from '../grants/messages.ts'
import { postsQuery } from './identity-queries.ts'
import { ListFilters } from './list-filters.tsx'
import { pageSize } from './page-size.ts'
import type { TenureSearch } from './people-search.ts'

const says = grantMessages.tenures.posts

const columns: readonly Column<PostEntry>[] = [
  { key: 'unit', title: says.unit, width: 220, sticky: true, cell: (row) => row.unit_name },
  { key: 'title', title: says.title, width: 200, cell: (row) => row.title },
  {
    key: 'holder',
    title: says.holder,
    width: 110,
    cell: (row) => (row.holder === '' ? <span className="short">{says.vacant}</span> : row.holder),
  },
  { key: 'substitutes', title: says.substitutes, width: 130, cell: (row) => row.substitutes.join('、') },
  { key: 'roles', title: says.roles, width: 220, cell: (row) => row.roles.join('、') },
  {
    key: 'waiting',
    title: says.waiting,
    width: 80,
    align: 'right',
    cell: (row) => (row.waiting === 0 ? '' : <span className="short number">{row.waiting}</span>),
  },
]

interface PostTabProps {
  readonly search: TenureSearch
  readonly change: (part: TenureSearch) => void
  readonly pick: (key: string) => void
}

export function PostTab({ search, change, pick }: PostTabProps): ReactNode {
  const { q, unit, vacant, page } = search
  const posts = useQuery(postsQuery({ q, unit, vacant, page, size: String(pageSize) }))
  return (
    <>
      <ListFilters
        search={search}
        change={change}
        filtered={vacant !== undefined}
        clear={() => change({ q: undefined, unit: undefined, vacant: undefined })}
        total={posts.data?.total}
      >
        <Checkbox
          checked={vacant === 'true'}
          onChange={(event) => change({ vacant: event.target.checked ? 'true' : undefined })}
        >
          {says.onlyVacant}
        </Checkbox>
      </ListFilters>
      {posts.error !== null ? (
        <ErrorState error={posts.error} retry={() => posts.refetch()} />
      ) : posts.data === undefined ? (
        <Loading />
      ) : (
        <>
          <LedgerTable
            label={says.title}
            rows={posts.data.rows}
            columns={columns}
            rowKey={(row) => `${row.county_code}/${row.post_id}`}
            onOpen={(row) => pick(`${row.county_code}/${row.post_id}`)}
            selected={search.pick}
            height="calc(100vh - 236px)"
            empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
          />
          <Pager total={posts.data.total} size={pageSize} page={page} go={(to) => change({ page: to })} />
        </>
      )}
    </>
  )
}
