interface Pair {
  readonly n: bigint
  readonly d: bigint
}

/** `size` bounds the bits of the larger part; `clean` is its size when it last was in lowest terms. */
interface BigPair extends Pair {
  readonly size: number
  readonly clean: number
}

/** A number grew beyond what any figure needs; whoever evaluates formulas turns this into an error value. */
export class NumberTooLarge extends Error {}

/**
 * An exact number n ÷ d, d > 0. Pairs of safe integers are kept as plain numbers and reduced only when they outgrow
 * them; anything larger lives in `big`, reduced now and then. Compare with `compare`, never by field.
 */
export class Rational {
  readonly n: number
  readonly d: number
  readonly big: BigPair | undefined

  constructor(n: number, d: number, big: BigPair | undefined) {
    this.n = n
    this.d = d
    this.big = big
  }
}

const small = (n: number, d: number): Rational => new Rational(n, d, undefined)

export const ZERO = small(0, 1)
export const HALF = small(1, 2)
export const ONE = small(1, 1)
export const HUNDRED = small(100, 1)

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)

function gcdNumber(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function gcdBig(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) {
    if (x <= MAX_SAFE && y <= MAX_SAFE) return BigInt(gcdNumber(Number(x), Number(y)))
    ;[x, y] = [y, x % y]
  }
  return x
}

const bitsOf = (n: bigint): number => (n < 0n ? -n : n).toString(16).length * 4

/** Below this many bits a pair is reduced at once, so that numbers come back to the fast path. */
const SMALL_BITS = 512
const GROWTH = 4
const MAX_BITS = 100_000

/** In lowest terms, as plain numbers where they fit. */
function reduce(n: bigint, d: bigint): Rational {
  const divisor = gcdBig(n, d)
  const [over, under] = divisor > 1n ? [n / divisor, d / divisor] : [n, d]
  if (under <= MAX_SAFE && over <= MAX_SAFE && over >= -MAX_SAFE) return small(Number(over), Number(under))
  const size = Math.max(bitsOf(over), bitsOf(under))
  return new Rational(0, 0, { n: over, d: under, size, clean: size })
}

/** A pair that may have common factors: the greatest common divisor of long numbers is dear, so it waits. */
function settle(n: bigint, d: bigint, size: number, clean: number): Rational {
  if (size <= SMALL_BITS || size > clean * GROWTH || size > MAX_BITS) {
    const reduced = reduce(n, d)
    if (reduced.big && reduced.big.size > MAX_BITS) throw new NumberTooLarge()
    return reduced
  }
  return new Rational(0, 0, { n, d, size, clean })
}

/** The exact pair of two integers; `d` must not be zero. */
export const fromPair = (n: bigint, d: bigint): Rational => (d < 0n ? reduce(-n, -d) : reduce(n, d))

export const fromInteger = (n: number): Rational => small(n, 1)

const top = (a: Rational): bigint => (a.big ? a.big.n : BigInt(a.n))
const bottom = (a: Rational): bigint => (a.big ? a.big.d : BigInt(a.d))

const sizeOf = (a: Rational): number => (a.big ? a.big.size : 53)
const cleanOf = (a: Rational): number => (a.big ? a.big.clean : 53)

/** Numerator and denominator as they are held, maybe with common factors: enough for rounding, and cheap. */
export const pairOf = (a: Rational): Pair => ({ n: top(a), d: bottom(a) })

const lowest = new WeakMap<Rational, Pair>()

/** Numerator and denominator in lowest terms. */
export function toPair(a: Rational): Pair {
  if (!a.big) {
    const divisor = gcdNumber(a.n, a.d)
    return { n: BigInt(a.n / divisor), d: BigInt(a.d / divisor) }
  }
  const known = lowest.get(a)
  if (known) return known
  const divisor = a.big.clean === a.big.size ? 1n : gcdBig(a.big.n, a.big.d)
  const pair = { n: a.big.n / divisor, d: a.big.d / divisor }
  lowest.set(a, pair)
  return pair
}

/** As a float, rounded: for a first look and for statistics, never for a verdict. */
export function toFloat(a: Rational): number {
  if (!a.big) return a.n / a.d
  return Number(a.big.n) / Number(a.big.d)
}

export function add(a: Rational, b: Rational): Rational {
  if (a.big === undefined && b.big === undefined) {
    if (a.d === b.d) {
      const sum = a.n + b.n
      if (Number.isSafeInteger(sum)) return small(sum, a.d)
    } else {
      const left = a.n * b.d
      const right = b.n * a.d
      const sum = left + right
      const bottomProduct = a.d * b.d
      if (
        Number.isSafeInteger(left) &&
        Number.isSafeInteger(right) &&
        Number.isSafeInteger(sum) &&
        Number.isSafeInteger(bottomProduct)
      )
        return small(sum, bottomProduct)
    }
  }
  const [d1, d2] = [bottom(a), bottom(b)]
  const clean = Math.max(cleanOf(a), cleanOf(b))
  if (d1 === d2) return settle(top(a) + top(b), d1, Math.max(sizeOf(a), sizeOf(b)) + 1, clean)
  return settle(top(a) * d2 + top(b) * d1, d1 * d2, sizeOf(a) + sizeOf(b) + 1, clean)
}

export function negate(a: Rational): Rational {
  return a.big ? new Rational(0, 0, { ...a.big, n: -a.big.n }) : small(a.n === 0 ? 0 : -a.n, a.d)
}

export const sub = (a: Rational, b: Rational): Rational => add(a, negate(b))

export function mul(a: Rational, b: Rational): Rational {
  if (a.big === undefined && b.big === undefined) {
    const product = a.n * b.n
    const under = a.d * b.d
    if (Number.isSafeInteger(product) && Number.isSafeInteger(under)) return small(product === 0 ? 0 : product, under)
  }
  return settle(top(a) * top(b), bottom(a) * bottom(b), sizeOf(a) + sizeOf(b), Math.max(cleanOf(a), cleanOf(b)))
}

/** a ÷ b; undefined when b is zero. */
export function div(a: Rational, b: Rational): Rational | undefined {
  if (isZero(b)) return undefined
  if (a.big === undefined && b.big === undefined) {
    const over = b.n > 0 ? a.n * b.d : -a.n * b.d
    const under = a.d * Math.abs(b.n)
    if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) return small(over === 0 ? 0 : over, under)
  }
  const [over, under] = [top(a) * bottom(b), bottom(a) * top(b)]
  const positive = under > 0n
  return settle(
    positive ? over : -over,
    positive ? under : -under,
    sizeOf(a) + sizeOf(b),
    Math.max(cleanOf(a), cleanOf(b)),
  )
}

export const isZero = (a: Rational): boolean => (a.big ? a.big.n === 0n : a.n === 0)

export function sign(a: Rational): -1 | 0 | 1 {
  if (a.big) return a.big.n < 0n ? -1 : a.big.n > 0n ? 1 : 0
  return a.n < 0 ? -1 : a.n > 0 ? 1 : 0
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  if (a.big === undefined && b.big === undefined) {
    if (a.d === b.d) return a.n < b.n ? -1 : a.n > b.n ? 1 : 0
    const left = a.n * b.d
    const right = b.n * a.d
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right ? -1 : left > right ? 1 : 0
  }
  const left = top(a) * bottom(b)
  const right = top(b) * bottom(a)
  return left < right ? -1 : left > right ? 1 : 0
}

export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0
export const abs = (a: Rational): Rational => (sign(a) < 0 ? negate(a) : a)
export const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)
export const min = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)

export const isInteger = (a: Rational): boolean => (a.big ? a.big.n % a.big.d === 0n : a.n % a.d === 0)

/** Sum by halves, so that the denominators of a long list of quotients grow late. */
export function sum(terms: readonly Rational[]): Rational {
  if (terms.length === 0) return ZERO
  let level = terms
  while (level.length > 1) {
    const next: Rational[] = []
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]]
      if (left) next.push(right ? add(left, right) : left)
    }
    level = next
  }
  return level[0] ?? ZERO
}
