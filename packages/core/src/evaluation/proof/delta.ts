/**
 * Where a value can stand after a change, against where it stood before, on the same data: for truths, 真 is above 假.
 * Several stand together where it depends on the subject: a line that rises for one stage and falls for another.
 */
export type Move = 'same' | 'up' | 'down' | 'unknown'
export type Delta = ReadonlySet<Move>

export const SAME: Delta = new Set<Move>(['same'])
export const UP: Delta = new Set<Move>(['same', 'up'])
export const DOWN: Delta = new Set<Move>(['same', 'down'])
export const UNKNOWN: Delta = new Set<Move>(['unknown'])

export const isSame = (delta: Delta): boolean => delta.size === 1 && delta.has('same')

const opposite = { same: 'same', up: 'down', down: 'up', unknown: 'unknown' } as const

export const flip = (delta: Delta): Delta => new Set([...delta].map((move) => opposite[move]))

/** One of several: which one depends on the subject. */
export const either = (...deltas: readonly Delta[]): Delta => new Set(deltas.flatMap((delta) => [...delta]))

/** All at once, in something that rises with each of them. */
export function together(...deltas: readonly Delta[]): Delta {
  let all = SAME
  for (const delta of deltas) {
    const pairs = [...all].flatMap((a) => [...delta].map((b) => both(a, b)))
    all = new Set(pairs)
  }
  return all
}

function both(a: Move, b: Move): Move {
  if (a === b || b === 'same') return a
  return a === 'same' ? b : 'unknown'
}

/** Of a sign: −1 fell, 0 stayed, 1 rose. */
export const ofSign = (sign: number): Delta => (sign === 0 ? SAME : new Set<Move>([sign > 0 ? 'up' : 'down']))
