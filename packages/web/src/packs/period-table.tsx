import type { PeriodEntry } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../platform/shell/error-state.tsx'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { moveMessages as says } from './move-messages.ts'
import { periodsQuery } from './move-queries.ts'

const keyOf = ({ county_code: county, period_id: period }: PeriodEntry): string => `${county}/${period}`

/** Periods within reach; a row opens which version it stands on and what another would change. */
export function PeriodTable(props: { selected: string | undefined; open: (period: string) => void }): ReactNode {
  const { data, error, refetch } = useQuery(periodsQuery())
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return null
  return (
    <section className="panel-section">
      <h2>{says.heading}</h2>
      <LedgerTable
        label={says.heading}
        columns={columns}
        rows={data.periods}
        rowKey={keyOf}
        selected={props.selected}
        onOpen={(row) => props.open(keyOf(row))}
        empty={<p className="muted">{says.none}</p>}
      />
    </section>
  )
}

const columns: readonly Column<PeriodEntry>[] = [
  { key: 'title', title: says.columns.title, width: 320, wrap: true, cell: ({ title }) => title },
  { key: 'year', title: says.columns.year, width: 90, cell: ({ year }) => <span className="number">{year}</span> },
  { key: 'pack', title: says.columns.pack, width: 320, wrap: true, cell: (one) => one.pack_title },
  { key: 'status', title: says.columns.status, width: 90, cell: ({ status }) => says.status[status] },
]
