import type { Gap, PricedThing } from '@eduduty/core/evaluation'
import { type Cost, costOf, costOfGap } from '@eduduty/core/evaluation/price'
import { useQuery } from '@tanstack/react-query'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { pricesQuery } from './price-queries.ts'

export interface Costs {
  /** While prices are on their way nothing is said of costs. */
  readonly isKnown: boolean
  ofGap(gap: Gap): Cost | undefined
  /** Of so much of something named. */
  of(title: string, amount: string, unit: string | undefined): Cost | undefined
  /** Of so much of what the gap of an indicator is counted in. */
  ofIndicator(indicator: string, amount: string, unit: string): Cost | undefined
}

/** What gaps cost by the county's own prices. */
export function useCosts(): Costs {
  const { id } = useCurrentRun()
  const { data } = useQuery(pricesQuery(id))
  const things: readonly PricedThing[] = data?.things ?? []
  const named = (title: string) => things.find(({ of }) => of === title)?.price
  return {
    isKnown: data !== undefined,
    ofGap: (gap) => costOfGap(gap, named(gap.of)),
    of: (title, amount, unit) => costOf(amount, unit ?? named(title)?.unit ?? '', named(title)),
    ofIndicator(indicator, amount, unit) {
      const thing = things.find(({ indicators }) => indicators.some((one) => one.indicator === indicator))
      return costOf(amount, unit, thing?.price)
    },
  }
}
