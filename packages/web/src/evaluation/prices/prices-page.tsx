import type { PricedThing } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { priceMessages as says } from './messages.ts'
import { priceColumns } from './price-columns.tsx'
import { PriceDialog } from './price-dialog.tsx'
import { PriceHistory } from './price-history.tsx'
import { pricesQuery } from './price-queries.ts'
import './prices.css'

const route = getRouteApi('/shell/run/evaluation/prices')

/** What one unit of everything that is short costs in this county, with its source. */
export function PricesPage(): ReactNode {
  const { id } = useCurrentRun()
  const may = useMay()
  const { of } = route.useSearch()
  const navigate = route.useNavigate()
  const answer = useQuery(pricesQuery(id))
  const [editing, setEditing] = useState<PricedThing>()
  const things = (answer.data?.things ?? []).toSorted((a, b) => urgency(a) - urgency(b))
  const picked = things.find((thing) => thing.of === of)
  const show = (chosen: string | undefined) => void navigate({ search: { of: chosen }, replace: true })
  const columns = priceColumns({
    edit: may('evaluation.price') ? setEditing : undefined,
    history: (thing) => show(thing.of),
  })
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <LedgerTable
          label={says.title}
          columns={columns}
          rows={things}
          rowKey={(thing) => thing.of}
          empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
        />
      )}
      {editing !== undefined && (
        <PriceDialog thing={editing} today={answer.data?.today ?? ''} close={() => setEditing(undefined)} />
      )}
      {picked !== undefined && <PriceHistory thing={picked} close={() => show(undefined)} />}
    </>
  )
}

/** What something is short of stands first, then what has a price. */
function urgency({ indicators, price }: PricedThing): number {
  if (indicators.some(({ amount }) => amount !== undefined)) return 0
  return price === undefined ? 2 : 1
}
