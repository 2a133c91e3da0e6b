import { moneyText, sumOfCosts, withYears } from '@eduduty/core/evaluation/price'
import type { ReactNode } from 'react'
import { OwnPriceTag } from '../prices/cost-text.tsx'
import { priceMessages } from '../prices/messages.ts'
import { useCosts } from '../prices/use-costs.ts'
import { addDecimals } from './decimals.ts'
import type { Draft, DraftEntry } from './draft.ts'

const says = priceMessages.whatIf
const NUMBER = /^-?\d+(\.\d+)?$/

/** What the assumptions would cost by the county's own prices, so far as they add to something that has one. */
export function CostLine({ draft }: { draft: Draft }): ReactNode {
  const costs = useCosts()
  const added = draft.entries.flatMap((entry) => {
    const amount = addedBy(entry)
    return amount === undefined ? [] : [costs.of(entry.title, amount, entry.unit)]
  })
  if (!costs.isKnown || added.length === 0) return null
  const known = added.flatMap((cost) => cost ?? [])
  if (known.length === 0) return <p className="muted">{says.none}</p>
  const parts = (['once', 'yearly'] as const).flatMap((per) => {
    const same = known.filter((cost) => cost.per === per)
    return same.length === 0 ? [] : [withYears(moneyText(sumOfCosts(same)), per)]
  })
  return (
    <p>
      {says.total(parts)}
      {known.length < added.length && says.without(added.length - known.length)}
      <OwnPriceTag />
    </p>
  )
}

/** How much more of something an assumption puts there; undefined where it is not more, or no number. */
function addedBy({ now, assumption: { text } }: DraftEntry): string | undefined {
  if (now === undefined || !NUMBER.test(now) || !NUMBER.test(text)) return undefined
  const more = addDecimals(text, now.startsWith('-') ? now.slice(1) : `-${now}`)
  return more.startsWith('-') || more === '0' ? undefined : more
}
