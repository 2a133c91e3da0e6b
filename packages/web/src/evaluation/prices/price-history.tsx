import { chinaMinute } from '@eduduty/core/calendar'
import type { Price, PricedThing } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { priceMessages as says } from './messages.ts'

/** Every price that was entered, the newest first, those taken back, too. */
export function PriceHistory({ thing, close }: { thing: PricedThing; close: () => void }): ReactNode {
  return (
    <SidePanel title={says.historyTitle(thing.of)} close={close} width={720}>
      <LedgerTable label={says.history} columns={columns} rows={thing.history} rowKey={({ at }) => at} />
    </SidePanel>
  )
}

const columns: readonly Column<Price>[] = [
  { key: 'since', title: says.columns.since, width: 100, cell: ({ since }) => since },
  {
    key: 'price',
    title: says.columns.price,
    width: 170,
    cell: ({ yuan, unit, per }) =>
      yuan === undefined ? <span className="muted">{says.withdrawn}</span> : says.each(yuan, unit, per),
  },
  { key: 'source', title: says.columns.source, width: 210, wrap: true, cell: ({ source }) => source },
  { key: 'by', title: says.columns.by, width: 170, wrap: true, cell: ({ by, at }) => `${by} ${chinaMinute(at)}` },
]
