import type { NeedRow } from '@eduduty/core/archive'
import { useState } from 'react'

/** Needs that are ticked, over the pages of a list. */
export function useChosenNeeds() {
  const [ticked, setTicked] = useState<ReadonlyMap<string, NeedRow>>(new Map())
  const all = [...ticked.values()]
  return {
    all,
    units: new Set(all.map(({ unit }) => unit)).size,
    has: ({ need }: NeedRow): boolean => ticked.has(need),
    tick: (some: readonly NeedRow[], on: boolean): void =>
      setTicked((before) => {
        const next = new Map(before)
        for (const one of some)
          if (on) next.set(one.need, one)
          else next.delete(one.need)
        return next
      }),
    clear: (): void => setTicked(new Map()),
  }
}

export type ChosenNeeds = ReturnType<typeof useChosenNeeds>
