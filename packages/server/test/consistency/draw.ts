/** Draws from one stream of random numbers: the same seed gives the same county. */
export interface Draw {
  next(): number
  chance(probability: number): boolean
  between(low: number, high: number): number
  whole(low: number, high: number): number
  /** Bell-shaped around `middle`. */
  normal(middle: number, spread: number): number
  /** Skewed around `middle`: a factor e^±spread is as likely upward as downward. */
  skewed(middle: number, spread: number): number
  pick<const T>(items: readonly [T, ...T[]]): T
}

export function drawFrom(seed: number): Draw {
  let state = (seed * 2654435761) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number): number => low + next() * (high - low)
  const normal = (middle: number, spread: number): number =>
    middle + spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    chance: (probability) => next() < probability,
    between,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal,
    skewed: (middle, spread) => middle * Math.exp(normal(0, spread)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  }
}
