import type { PaperList } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { useMay, useSession } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { archivePageSize, papersQuery } from '../archive-queries.ts'
import { isPaperFiltered, type PapersSearch } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'
import { PaperPanel } from '../paper/paper-panel.tsx'
import { paperColumns } from './paper-columns.tsx'
import { PaperFilters } from './paper-filters.tsx'
import { QuotaLine } from './quota-line.tsx'
import { unitsFirstOwn } from './units-first-own.ts'
import { UploadPart } from './upload-part.tsx'
import '../archive.css'

const route = getRouteApi('/shell/plain/archive/papers')
const says = archiveMessages.papers

/** Every paper within reach: found by its words, sent, described, and shown where it is used. */
export function PapersPage(): ReactNode {
  const search = route.useSearch()
  const may = useMay()
  const provides = may('archive.provide')
  const [isUploading, setUploading] = useState(provides && !may('archive.plan'))
  const reach = useQuery(unitTreeQuery())
  const county = search.county ?? reach.data?.county
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          provides && (
            <Button type="primary" aria-expanded={isUploading} onClick={() => setUploading(!isUploading)}>
              {says.upload}
            </Button>
          )
        }
      />
      {reach.error !== null && <ErrorState error={reach.error} retry={() => reach.refetch()} />}
      {reach.error === null && county === undefined && <Loading />}
      {county !== undefined && <Papers county={county} isUploading={isUploading} />}
    </>
  )
}

function Papers({ county, isUploading }: { county: string; isUploading: boolean }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { person } = useSession()
  const provides = useMay()('archive.provide')
  const { data: reach } = useQuery(unitTreeQuery())
  const { data, error, refetch } = useQuery(papersQuery(county, search))
  const change = (part: PapersSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const show = (paper: string | undefined) => navigate({ search: (before) => ({ ...before, paper }) })
  return (
    <>
      {provides && (
        // Files that are on their way stay so when the field is put away.
        <div hidden={!isUploading}>
          <UploadPart county={county} units={unitsFirstOwn(reach?.units ?? [], person.unit_name)} show={show} />
        </div>
      )}
      <PaperFilters search={search} change={change} list={data} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <PrintSheet head={says.title}>
          <QuotaLine {...data} />
          <LedgerTable
            label={says.title}
            rows={data.papers}
            columns={paperColumns}
            rowKey={({ paper }) => paper}
            onOpen={({ paper }) => show(paper)}
            selected={search.paper}
            lines={2}
            height={isUploading ? '' : 'calc(100vh - 216px)'}
            empty={<Empty search={search} list={data} />}
          />
          <Pager total={data.total} size={archivePageSize} page={search.page} go={(page) => change({ page })} />
        </PrintSheet>
      )}
      {search.paper !== undefined && (
        <PaperPanel key={search.paper} county={county} paper={search.paper} close={() => show(undefined)} />
      )}
    </>
  )
}

function Empty({ search, list }: { search: PapersSearch; list: PaperList }): ReactNode {
  const provides = useMay()('archive.provide')
  if (isPaperFiltered(search) || list.total > 0)
    return <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
  return <EmptyState title={says.empty} advice={provides ? says.emptyAdvice : says.emptyAdviceOthers} />
}
