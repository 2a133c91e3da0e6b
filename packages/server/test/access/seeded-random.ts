/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** From 0 to below `limit`. */
  below(limit: number): number
  pick<T>(from: readonly T[]): T
  chance(share: number): boolean
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick: (from) => {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}

/** Deals the things one after another in random order; all of them before any comes again. */
export function deck<T>(random: SeededRandom, things: readonly T[]): () => T {
  let waiting: T[] = []
  return () => {
    if (waiting.length === 0) waiting = [...shuffled(random, things)]
    const next = waiting.pop()
    if (next === undefined) throw new Error('nothing to deal')
    return next
  }
}

/** The same things in another order. */
export function shuffled<T>(random: SeededRandom, things: readonly T[]): readonly T[] {
  const order = things.map((thing) => ({ thing, place: random.below(2 ** 32) }))
  return order.toSorted((a, b) => a.place - b.place).map(({ thing }) => thing)
}
