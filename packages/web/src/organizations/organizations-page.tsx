import type { UnitTree } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../platform/api/unit-tree.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { OpenDialog } from './changes/open-dialog.tsx'
import { ExportMenu } from './export-menu.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { organizationMessages as says } from './messages.ts'
import type { OrganizationsSearch } from './organizations-search.ts'
import { treeRows, unitKey } from './tree-rows.ts'
import { unitColumns } from './unit-columns.tsx'
import { UnitFilters } from './unit-filters.tsx'
import { UnitPanel } from './unit-panel.tsx'

const route = getRouteApi('/shell/plain/organizations')

/** Units as they stood on a day, each below its parent. */
export function OrganizationsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  // The panel of a unit of another county brings its county along.
  const county = search.county ?? search.unit?.split('/')[0]
  const tree = useQuery(unitTreeQuery({ county, as_of: search.as_of }))
  const change = (part: OrganizationsSearch) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const may = useMay()
  const purpose = may('organizations.manage') ? `${says.purpose}${says.managePurpose}` : says.purpose
  const pick = (unit: string | undefined) => navigate({ search: (before) => ({ ...before, county, unit }) })
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={purpose}
        action={tree.data !== undefined && <Actions tree={tree.data} isPast={search.as_of !== undefined} />}
      />
      {tree.error !== null && <ErrorState error={tree.error} retry={() => tree.refetch()} />}
      {tree.error === null && tree.data === undefined && <Loading />}
      {tree.data !== undefined && <UnitTable tree={tree.data} search={search} change={change} pick={pick} />}
      {search.unit !== undefined && (
        <UnitPanel
          unit={search.unit}
          units={search.as_of === undefined ? tree.data?.units : undefined}
          pick={pick}
          close={() => pick(undefined)}
        />
      )}
    </>
  )
}

function Actions({ tree, isPast }: { tree: UnitTree; isPast: boolean }): ReactNode {
  const may = useMay()
  const [dialog, setDialog] = useState<'import' | 'open'>()
  const close = () => setDialog(undefined)
  return (
    <>
      <ExportMenu path="units" filter={{ county: tree.county, as_of: tree.as_of }} />{' '}
      {may('organizations.manage') && !isPast && (
        <>
          <Button onClick={() => setDialog('import')}>{says.importLabel}</Button>{' '}
          <Button type="primary" onClick={() => setDialog('open')}>
            {says.openUnit}
          </Button>
        </>
      )}
      {dialog === 'import' && <ImportDialog what="units" county={tree.county} close={close} />}
      {dialog === 'open' && <OpenDialog county={tree.county} units={tree.units} close={close} />}
    </>
  )
}

interface UnitTableProps {
  readonly tree: UnitTree
  readonly search: OrganizationsSearch
  readonly change: (part: OrganizationsSearch) => void
  readonly pick: (unit: string | undefined) => void
}

function UnitTable({ tree, search, change, pick }: UnitTableProps): ReactNode {
  const rows = treeRows(tree.units, search)
  const shown = rows.filter((row) => !row.passing).length
  return (
    <>
      <UnitFilters search={search} tree={tree} count={says.filter.count(shown, tree.units.length)} change={change} />
      {tree.above.length > 0 && (
        <p className="muted unit-above">
          {says.above} {tree.above.join(' / ')}
        </p>
      )}
      {search.as_of !== undefined && <p className="note">{says.past(search.as_of)}</p>}
      <LedgerTable
        label={says.title}
        columns={unitColumns}
        rows={rows}
        rowKey={(row) => unitKey(row.unit)}
        rowClass={(row) => (row.passing ? 'unit-passing' : undefined)}
        onOpen={(row) => pick(unitKey(row.unit))}
        selected={search.unit}
        height="calc(100vh - 216px)"
        empty={<NoUnits tree={tree} search={search} />}
      />
    </>
  )
}

function NoUnits({ tree, search }: { tree: UnitTree; search: OrganizationsSearch }): ReactNode {
  if (tree.units.length > 0) return <EmptyState title={says.nothingFits} advice={says.nothingFitsAdvice} />
  if (search.as_of !== undefined) return <EmptyState title={says.emptyPast} advice={says.emptyPastAdvice} />
  return <EmptyState title={says.empty} advice={says.emptyAdvice} />
}
