import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { peopleQuery } from './identity-queries.ts'
import { ImportDialog } from './import-dialog.tsx'
import { peopleMessages as says } from './messages.ts'
import { pageSize } from './page-size.ts'
import { peopleColumns } from './people-columns.tsx'
import { PeopleFilters } from './people-filters.tsx'
import type { PeopleSearch } from './people-search.ts'
import { PersonPanel } from './person-panel.tsx'

const route = getRouteApi('/shell/plain/identity/people')

/** People, their accounts and posts; the row opens the person. */
export function PeoplePage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const [open, setOpen] = useState<'add' | 'import'>()
  const { q, unit, role, status, page } = search
  const people = useQuery(peopleQuery({ q, unit, role, status, page, size: String(pageSize) }))
  const change = (part: PeopleSearch) => navigate({ search: (before) => ({ ...before, page: undefined, ...part }) })
  const pick = (key: string | undefined) => navigate({ search: (before) => ({ ...before, pick: key }) })
  const add = (
    <span className="head-actions">
      <Button onClick={() => setOpen('import')}>{says.imports.action}</Button>
      <Button type="primary" onClick={() => setOpen('add')}>
        {says.add}
      </Button>
    </span>
  )
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={may('identity.reveal') ? `${says.purpose}${says.revealPurpose}` : says.purpose}
        action={may('identity.manage') ? add : undefined}
      />
      <PeopleFilters
        search={search}
        change={change}
        shown={people.data?.rows.length ?? 0}
        total={people.data?.total ?? 0}
      />
      {people.error !== null ? (
        <ErrorState error={people.error} retry={() => people.refetch()} />
      ) : people.data === undefined ? (
        <Loading />
      ) : (
        <>
          <LedgerTable
            label={says.title}
            rows={people.data.rows}
            columns={peopleColumns}
            rowKey={(row) => `${row.county_code}/${row.person_id}`}
            onOpen={(row) => pick(`${row.county_code}/${row.person_id}`)}
            selected={search.pick}
            height="calc(100vh - 190px)"
            empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
          />
          <Pager total={people.data.total} size={pageSize} page={page} go={(to) => change({ page: to })} />
        </>
      )}
      {search.pick !== undefined && (
        <PersonPanel key={search.pick} person={search.pick} close={() => pick(undefined)} />
      )}
      {open === 'add' && <AddPersonDialog close={() => setOpen(undefined)} added={(key) => pick(key)} />}
      {open === 'import' && <ImportDialog close={() => setOpen(undefined)} />}
    </>
  )
}
