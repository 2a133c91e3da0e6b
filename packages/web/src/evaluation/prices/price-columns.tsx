import type { PricedThing } from '@eduduty/core/evaluation'
import { costOf } from '@eduduty/core/evaluation/price'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { UnverifiedTag } from '../../platform/theme/basis.tsx'
import { priceMessages as says } from './messages.ts'

interface Deeds {
  readonly edit: ((thing: PricedThing) => void) | undefined
  readonly history: (thing: PricedThing) => void
}

export function priceColumns({ edit, history }: Deeds): readonly Column<PricedThing>[] {
  return [
    { key: 'of', title: says.columns.of, width: 170, wrap: true, cell: ({ of }) => of },
    { key: 'price', title: says.columns.price, width: 200, wrap: true, cell: (thing) => <PriceCell thing={thing} /> },
    {
      key: 'source',
      title: says.columns.source,
      width: 210,
      wrap: true,
      cell: ({ price }) => price?.source,
    },
    { key: 'since', title: says.columns.since, width: 100, cell: ({ price }) => price?.since },
    { key: 'by', title: says.columns.by, width: 80, cell: ({ price }) => price?.by },
    { key: 'used', title: says.columns.used, width: 320, wrap: true, cell: (thing) => <Uses thing={thing} /> },
    {
      key: 'action',
      title: says.columns.action,
      width: 120,
      cell: (thing) => (
        <>
          {edit !== undefined && (
            <Button size="small" type="link" onClick={() => edit(thing)}>
              {thing.price === undefined ? says.enter : says.change}
            </Button>
          )}
          {thing.history.length > 0 && (
            <Button size="small" type="link" onClick={() => history(thing)}>
              {says.history}
            </Button>
          )}
        </>
      ),
    },
  ]
}

function PriceCell({ thing: { price, unit, history } }: { thing: PricedThing }): ReactNode {
  const later = history.findLast((one) => one.yuan !== undefined && one.since > (price?.since ?? ''))
  return (
    <>
      {price?.yuan === undefined ? (
        <span className="muted">{says.none}</span>
      ) : (
        <>
          <span className="number">{says.each(price.yuan, unit, price.per)}</span>
          <UnverifiedTag verified={{ grade: 'U' }} />
        </>
      )}
      {later?.yuan !== undefined && <div className="muted">{says.later(later.yuan, later.since)}</div>}
    </>
  )
}

/** Every gap that the price turns into money, with what that comes to. */
function Uses({ thing }: { thing: PricedThing }): ReactNode {
  return (
    <ul className="price-uses">
      {thing.indicators.map(({ indicator, title, amount, unit = '' }) => (
        <li key={indicator}>
          <Link to="/evaluation/indicators/$node" params={{ node: indicator }}>
            {title}
          </Link>{' '}
          {amount !== undefined && (
            <span className="muted">{costOf(amount, unit, thing.price)?.text ?? says.short(amount, unit)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
