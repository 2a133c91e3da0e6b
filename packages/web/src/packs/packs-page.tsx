import type { InstalledVersion } from '@eduduty/core/packs'
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
import { DraftList } from './drafts/draft-list.tsx'
import { InstallDialog } from './install-dialog.tsx'
import { packMessages as says } from './messages.ts'
import { MovePanel } from './move-panel.tsx'
import { installedQuery, versionKey } from './packs-queries.ts'
import type { PacksSearch } from './packs-search.ts'
import { PeriodTable } from './period-table.tsx'
import { versionColumns } from './version-columns.tsx'
import { VersionPanel } from './version-panel.tsx'

const route = getRouteApi('/shell/plain/packs')

/** Which standards packs are installed, in which versions, and what stands on each. */
export function PacksPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const installed = useQuery(installedQuery())
  const [installing, setInstalling] = useState(false)
  const open = (version: string | undefined) => navigate({ search: (before) => ({ ...before, version }) })
  const openPeriod = (period: string | undefined) => navigate({ search: (before) => ({ ...before, period }) })
  const action = may('packs.approve') && (
    <Button type="primary" onClick={() => setInstalling(true)}>
      {says.install.action}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={action} />
      {installed.error !== null ? (
        <ErrorState error={installed.error} retry={() => installed.refetch()} />
      ) : installed.data === undefined ? (
        <Loading />
      ) : installed.data.versions.length === 0 ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <Versions versions={installed.data.versions} open={open} />
      )}
      {may('packs.draft') && <DraftList />}
      {may('collection.read') && <PeriodTable selected={search.period} open={openPeriod} />}
      {search.period !== undefined && <MovePanel period={search.period} close={() => openPeriod(undefined)} />}
      {search.version !== undefined && <VersionPanel version={search.version} close={() => open(undefined)} />}
      {installing && <InstallDialog close={() => setInstalling(false)} />}
    </>
  )
}

function Versions(props: {
  readonly versions: readonly InstalledVersion[]
  readonly open: (version: string) => void
}): ReactNode {
  const { q, only, sort, version } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: PacksSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const rows = props.versions.filter(
    (one) =>
      (q === undefined || `${one.title} ${one.document} ${one.pack_id}`.includes(q)) &&
      (only === undefined || one.unverified > 0),
  )
  return (
    <>
      <div className="filters">
        <TextFilter label={says.filter} text={q} onText={(text) => change({ q: text })} wide />
        <Checkbox
          checked={only === 'unverified'}
          onChange={({ target }) => change({ only: target.checked ? 'unverified' : undefined })}
        >
          {says.onlyUnverified}
        </Checkbox>
        <span className="filters-end muted">
          {says.summary(new Set(rows.map((one) => one.pack_id)).size, rows.length)}
        </span>
      </div>
      <LedgerTable
        label={says.title}
        columns={versionColumns}
        rows={rows}
        rowKey={versionKey}
        sort={sort}
        onSort={(text) => change({ sort: text })}
        selected={version}
        onOpen={(row) => props.open(versionKey(row))}
        empty={<EmptyState title={says.none} />}
      />
    </>
  )
}
