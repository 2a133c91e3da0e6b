import { type Rational, rational } from '../../formula/index.ts'

/** What is to be ranked: a value, and on how many it stands. */
export interface Entry {
  readonly key: string
  readonly value: Rational | undefined
  /** Schools, places or pupils that the value stands on. */
  readonly n: number
}

export interface Rank {
  readonly key: string
  /** Absent where there is no value, or too little behind it. */
  readonly rank?: number
  /** Shares its rank with another. */
  readonly tied: boolean
  readonly unranked?: 'missing' | 'few'
}

/** Fewer than this behind a value, and chance decides its place. */
export const LEAST_BEHIND = 5

/**
 * Places by exact values, best first: equal values share a place and the next one is skipped (1, 2, 2, 4). What stands
 * on fewer than `least` is listed without a place and takes none from others. In the order of the places; those without
 * one follow as they came.
 */
export function rankEntries(
  entries: readonly Entry[],
  { higherIsBetter, least = LEAST_BEHIND }: { readonly higherIsBetter: boolean; readonly least?: number },
): Rank[] {
  const sign = higherIsBetter ? -1 : 1
  const placed: { readonly key: string; readonly value: Rational }[] = []
  const others: Rank[] = []
  for (const { key, value, n } of entries) {
    if (value === undefined) others.push({ key, tied: false, unranked: 'missing' })
    else if (n < least) others.push({ key, tied: false, unranked: 'few' })
    else placed.push({ key, value })
  }
  const inOrder = placed.toSorted((a, b) => sign * rational.compare(a.value, b.value))
  const ranks = inOrder.map(({ key, value }): Rank => {
    const first = inOrder.findIndex((other) => rational.equals(other.value, value))
    const alike = inOrder.filter((other) => rational.equals(other.value, value)).length
    return { key, rank: first + 1, tied: alike > 1 }
  })
  return [...ranks, ...others]
}
