/** A stream of numbers that depends on nothing but its seed. */
export interface Random {
  /** Next number, 0 ≤ n < 1. */
  next(): number
  /** Whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number
  /** Number between the bounds. */
  between(low: number, high: number): number
}

/**
 * One stream per seed text, so that changing one school does not shift the figures of the others.
 * Only integer arithmetic of 32 bits: the same on every machine.
 */
export function createRandom(seed: string): Random {
  let state = hashText(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    between: (low, high) => low + next() * (high - low),
  }
}

function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
