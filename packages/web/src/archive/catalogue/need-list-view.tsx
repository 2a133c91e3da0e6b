import type { Catalogue, NeedList, NeedRow } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay, useSession } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { archivePageSize, needsQuery } from '../archive-queries.ts'
import { type CatalogueSearch, isNeedFiltered } from '../archive-search.ts'
import { archiveMessages as says } from '../messages.ts'
import { NeedPanel } from '../need/need-panel.tsx'
import { RequestBar } from '../request-bar.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { ItemList } from './item-list.tsx'
import { chooseColumn, needColumns, reviewColumn } from './need-columns.tsx'
import { NeedFilters, StateCounts } from './need-filters.tsx'
import { ownFirst } from './own-first.ts'
import { useChosenNeeds } from './use-chosen-needs.ts'

const route = getRouteApi('/shell/plain/archive')

/** What the framework requires of whom: items on the left, their materials on the right; a row opens its panel. */
export function NeedListView({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(needsQuery(catalogue, search))
  const change = (part: CatalogueSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const show = (need: string | undefined, paper?: string) =>
    navigate({
      search: (before) => ({ ...before, need, paper }),
      replace: need !== undefined && search.need !== undefined,
    })
  return (
    <>
      <RequestBar requests={data?.requests ?? []} />
      <StateCounts search={search} change={change} list={data} />
      <NeedFilters search={search} change={change} list={data} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <div className="archive-columns">
          <ItemList items={data.items} picked={search.indicator} pick={(indicator) => change({ indicator })} />
          <NeedTable catalogue={catalogue} list={data} search={search} change={change} show={show} />
        </div>
      )}
      {search.need !== undefined && (
        <NeedPanel
          key={search.need}
          catalogue={catalogue}
          need={search.need}
          paper={search.paper}
          listed={data?.needs ?? []}
          isOfOneUnit={search.unit !== undefined}
          show={show}
          close={() => show(undefined)}
        />
      )}
    </>
  )
}

interface NeedTableProps {
  readonly catalogue: Catalogue
  readonly list: NeedList
  readonly search: CatalogueSearch
  readonly change: (part: CatalogueSearch) => void
  readonly show: (need: string, paper?: string) => void
}

function NeedTable({ catalogue, list, search, change, show }: NeedTableProps): ReactNode {
  const chosen = useChosenNeeds()
  const isOffice = useMay()('archive.plan')
  const plans = isOffice && catalogue.is_open
  const own = useSession().person.unit_name
  const rows = isOffice ? list.needs : ownFirst(list.needs, own)
  const hasBoth = rows[0]?.unit_name === own && rows.at(-1)?.unit_name !== own
  return (
    <div className="archive-needs">
      {plans && list.total > 0 && (
        <ChosenBar catalogue={catalogue} search={search} list={list} chosen={chosen} show={show} />
      )}
      <PrintSheet head={catalogue.title}>
        <LedgerTable
          label={says.title}
          rows={rows}
          columns={[...(plans ? [chooseColumn(chosen, list.needs)] : []), ...columnsFor(rows, show)]}
          rowKey={({ need }) => need}
          {...(!isOffice && hasBoth && { groupOf: (one: NeedRow) => groupOf(one, own) })}
          onOpen={({ need }) => show(need)}
          selected={search.need}
          height="calc(100vh - 258px)"
          empty={<Empty list={list} search={search} />}
        />
        <Pager total={list.total} size={archivePageSize} page={search.page} go={(page) => change({ page })} />
      </PrintSheet>
    </div>
  )
}

/** The way to a review stands behind the state, where anything waits for whoever looks. */
function columnsFor(rows: readonly NeedRow[], show: NeedTableProps['show']): readonly Column<NeedRow>[] {
  if (rows.every(({ to_review: paper }) => paper === undefined)) return needColumns
  const at = needColumns.findIndex(({ key }) => key === 'state') + 1
  return [...needColumns.slice(0, at), reviewColumn(show), ...needColumns.slice(at)]
}

const groupOf = ({ unit_name: unit }: NeedRow, own: string) =>
  unit === own ? { key: 'own', heading: says.ownUnit } : { key: 'others', heading: says.otherUnits }

function Empty({ list, search }: { list: NeedList; search: CatalogueSearch }): ReactNode {
  const plans = useMay()('archive.plan')
  const isWhole = Object.values(list.catalogue.counts).every((count) => count === 0)
  if (isWhole) return <EmptyState title={says.empty} advice={plans ? says.emptyAdvice : says.emptyAdviceOthers} />
  if (search.open !== undefined && search.text === undefined)
    return <EmptyState title={says.nothingOpen} advice={says.nothingOpenAdvice} />
  return <EmptyState title={says.emptyFiltered} advice={isNeedFiltered(search) ? says.emptyFilteredAdvice : ''} />
}
