import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import type { Bounds, Value } from './value.ts'

export const UNBOUNDED: Bounds = { low: undefined, high: undefined }

/** Limits of a value: a known number is its own limit; what is unknown without limits is unbounded. */
export function boundsOf(value: Value): Bounds {
  const { content } = value
  if (content instanceof Rational) return { low: content, high: content }
  return value.status === 'missing' ? (value.bounds ?? UNBOUNDED) : UNBOUNDED
}

const both = <T>(
  a: Rational | undefined,
  b: Rational | undefined,
  combine: (a: Rational, b: Rational) => T,
): T | undefined => (a && b ? combine(a, b) : undefined)

export const isBounded = (bounds: Bounds): boolean => bounds.low !== undefined || bounds.high !== undefined

export const addBounds = (a: Bounds, b: Bounds): Bounds => ({
  low: both(a.low, b.low, rational.add),
  high: both(a.high, b.high, rational.add),
})

/** The limits of `count` such numbers added up. */
export function timesBounds(a: Bounds, count: number): Bounds {
  const by = rational.fromInteger(count)
  return { low: a.low && rational.mul(a.low, by), high: a.high && rational.mul(a.high, by) }
}

const flip = (value: Rational | undefined): Rational | undefined => value && rational.negate(value)

export const negateBounds = (a: Bounds): Bounds => ({ low: flip(a.high), high: flip(a.low) })

const isNonNegative = (a: Bounds): boolean => a.low !== undefined && rational.sign(a.low) >= 0

export function mulBounds(a: Bounds, b: Bounds): Bounds {
  // Of two non-negative numbers the ends go together, and one-sided limits help, too.
  if (isNonNegative(a) && isNonNegative(b))
    return { low: both(a.low, b.low, rational.mul), high: both(a.high, b.high, rational.mul) }
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => both(x, y, rational.mul)))
  const finite = ends.filter((end) => end !== undefined)
  const [first] = finite
  if (first && finite.length === ends.length)
    return { low: finite.reduce(rational.min, first), high: finite.reduce(rational.max, first) }
  return UNBOUNDED
}

/** Quotient bounds; only a divisor that surely is positive or surely negative gives any. */
export function divBounds(a: Bounds, b: Bounds): Bounds {
  if (b.low && rational.sign(b.low) > 0) {
    const inverse = (x: Rational | undefined) => (x ? rational.div(rational.ONE, x) : rational.ZERO)
    return mulBounds(a, { low: inverse(b.high), high: inverse(b.low) })
  }
  if (b.high && rational.sign(b.high) < 0) return negateBounds(divBounds(a, negateBounds(b)))
  return UNBOUNDED
}

/** Smallest range that holds both. */
export const hull = (a: Bounds, b: Bounds): Bounds => ({
  low: both(a.low, b.low, rational.min),
  high: both(a.high, b.high, rational.max),
})
