import type { Cost } from '@eduduty/core/evaluation/price'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { priceMessages as says } from './messages.ts'

/** What it costs, for a sheet that says once whose price it is. */
export function BriefCost({ cost }: { cost: Cost | undefined }): ReactNode {
  if (cost === undefined) return <span className="muted nowrap">{says.unpriced}</span>
  return (
    <span className="nowrap" title={cost.text}>
      {says.about} {cost.shown}
    </span>
  )
}

/** What it costs, with the computation; where no price is in force, where to enter one. */
export function CostText({ cost }: { cost: Cost | undefined }): ReactNode {
  if (cost === undefined)
    return (
      <Link to="/evaluation/prices" className="muted nowrap" title={says.toTable}>
        {says.unpriced}
      </Link>
    )
  return (
    <span>
      {says.about} {cost.text}
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
