import { chinaMinute } from '@eduduty/core/calendar'
import type { DraftEntry } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { draftListQuery } from './draft-queries.ts'
import { draftMessages } from './messages.ts'
import { StartDialog } from './start-dialog.tsx'
import './drafts.css'

const says = draftMessages.list

/** Versions in the making; a row opens the editor. */
export function DraftList(): ReactNode {
  const { data, error, refetch } = useQuery(draftListQuery())
  const [starting, setStarting] = useState(false)
  const navigate = useNavigate()
  const open = ({ county_code: county, draft_id: draft }: DraftEntry) =>
    navigate({ to: '/packs/drafts/$county/$draft', params: { county, draft } })
  return (
    <section className="panel-section">
      <div className="section-bar section-bar-ends">
        <h2>{says.heading}</h2>
        <Button onClick={() => setStarting(true)}>{says.start}</Button>
      </div>
      {error !== null ? (
        <ErrorState error={error} retry={() => refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <LedgerTable
          label={says.heading}
          columns={columns}
          rows={data.drafts}
          rowKey={({ draft_id: id }) => id}
          onOpen={open}
          empty={<p className="muted">{says.none}</p>}
        />
      )}
      {starting && <StartDialog close={() => setStarting(false)} started={open} />}
    </section>
  )
}

const columns: readonly Column<DraftEntry>[] = [
  { key: 'title', title: says.columns.title, width: 300, wrap: true, cell: ({ title }) => title },
  {
    key: 'base',
    title: says.columns.base,
    width: 300,
    wrap: true,
    cell: ({ base }) =>
      base === undefined ? <span className="muted">{says.noBase}</span> : says.base(base.title, base.version),
  },
  {
    key: 'saved',
    title: says.columns.saved,
    width: 150,
    cell: ({ saved_at: at }) => <span className="number">{chinaMinute(at)}</span>,
  },
  { key: 'by', title: says.columns.by, width: 110, cell: ({ saved_by: by }) => by },
  {
    key: 'state',
    title: says.columns.state,
    width: 90,
    cell: ({ installed }) => (installed === undefined ? says.state.open : says.state.installed),
  },
]
