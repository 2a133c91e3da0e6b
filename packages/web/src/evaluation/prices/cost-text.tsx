import type { Cost } from '@eduduty/core/evaluation/price'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { priceMessages as says } from './messages.ts'

/** What it costs, with the computation; where no price is in force, where to enter one. */
export function CostText({ cost, brief = false }: { cost: Cost | undefined; brief?: boolean }): ReactNode {
  if (cost === undefined)
    return (
      <Link to="/evaluation/prices" className="muted nowrap" title={says.toTable}>
        {says.unpriced}
      </Link>
    )
  return (
    <span title={cost.text}>
      {says.about} {brief ? cost.shown : cost.text}
      <OwnPriceTag />
    </span>
  )
}

/** The county's own price: no document verifies it. */
export function OwnPriceTag(): ReactNode {
  return (
    <span className="unverified" title={says.ownHint}>
      {says.own} · {platformMessages.unverified}
    </span>
  )
}
