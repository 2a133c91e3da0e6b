import type { AreaEntry, AreaList } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../platform/session/session-context.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { TextFilter } from '../platform/table/text-filter.tsx'
import { areaColumns } from './area-columns.tsx'
import { ExportMenu } from './export-menu.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { organizationMessages } from './messages.ts'
import { areasQuery } from './organizations-queries.ts'
import type { AreasSearch } from './organizations-search.ts'
import { DayFilter } from './unit-filters.tsx'

const route = getRouteApi('/shell/plain/organizations/areas')
const says = organizationMessages.areas

/** Areas with their dates of validity; a row leads to the areas below it. */
export function AreasPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(areasQuery(search))
  const change = (part: AreasSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const below = (area: AreaEntry) => navigate({ search: (before) => ({ ...before, parent: area.code, q: undefined }) })
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={<Actions />} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <AreaFilters search={search} list={data} change={change} />
          <LedgerTable
            label={says.title}
            columns={areaColumns}
            rows={data.areas}
            rowKey={(area) => `${area.code} ${area.since}`}
            rowClass={(area) => (area.until === null ? undefined : 'unit-passing')}
            onOpen={below}
            height="calc(100vh - 200px)"
            empty={<NoAreas isFiltered={Object.values(search).some((value) => value !== undefined)} />}
          />
        </>
      )}
    </>
  )
}

function Actions(): ReactNode {
  const may = useMay()
  const [importing, setImporting] = useState(false)
  return (
    <>
      <ExportMenu path="areas" filter={{}} />{' '}
      {may('organizations.manage') && (
        <Button type="primary" onClick={() => setImporting(true)}>
          {says.importLabel}
        </Button>
      )}
      {importing && <ImportDialog what="areas" close={() => setImporting(false)} />}
    </>
  )
}

interface AreaFiltersProps {
  readonly search: AreasSearch
  readonly list: AreaList
  readonly change: (part: AreasSearch) => void
}

function AreaFilters({ search, list, change }: AreaFiltersProps): ReactNode {
  const { parent } = search
  return (
    <div className="filters">
      <TextFilter wide label={says.filter.text} text={search.q} onText={(q) => change({ q })} />
      <DayFilter
        label={organizationMessages.filter.asOf}
        day={search.as_of ?? list.as_of}
        onDay={(as_of) => change({ as_of })}
      />
      <Checkbox
        checked={search.ended === 'yes'}
        onChange={(event) => change({ ended: event.target.checked ? 'yes' : undefined })}
      >
        {says.filter.ended}
      </Checkbox>
      {parent !== undefined && (
        <>
          <span>{says.filter.below(parent)}</span>
          <Button size="small" type="link" onClick={() => change({ parent: undefined })}>
            {says.filter.all}
          </Button>
        </>
      )}
      <span className="filters-end muted">{says.filter.count(list.areas.length, list.total)}</span>
    </div>
  )
}

function NoAreas({ isFiltered }: { isFiltered: boolean }): ReactNode {
  return isFiltered ? (
    <EmptyState title={organizationMessages.nothingFits} advice={organizationMessages.nothingFitsAdvice} />
  ) : (
    <EmptyState title={says.empty} advice={says.emptyAdvice} />
  )
}
