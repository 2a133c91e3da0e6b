interface BigPair {
  readonly n: bigint
  readonly d: bigint
}

/**
 * An exact number n ÷ d, d > 0. Pairs of safe integers are kept as plain numbers and reduced only when they outgrow
 * them; anything larger lives in `big`, always reduced. Compare with `compare`, never by field.
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

/** The exact pair of two big integers; `d` must not be zero. */
export function fromPair(n: bigint, d: bigint): Rational {
  const sign = d < 0n ? -1n : 1n
  const divisor = gcdBig(n, d * sign)
  const top = divisor > 1n ? (n * sign) / divisor : n * sign
  const bottom = divisor > 1n ? (d * sign) / divisor : d * sign
  if (bottom <= MAX_SAFE && top <= MAX_SAFE && top >= -MAX_SAFE) return small(Number(top), Number(bottom))
  return new Rational(0, 0, { n: top, d: bottom })
}

export const fromInteger = (n: number): Rational => small(n, 1)

const top = (a: Rational): bigint => (a.big ? a.big.n : BigInt(a.n))
const bottom = (a: Rational): bigint => (a.big ? a.big.d : BigInt(a.d))

/** Numerator and denominator in lowest terms. */
export function toPair(a: Rational): BigPair {
  if (a.big) return a.big
  const divisor = gcdNumber(a.n, a.d)
  return { n: BigInt(a.n / divisor), d: BigInt(a.d / divisor) }
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
  return d1 === d2 ? fromPair(top(a) + top(b), d1) : fromPair(top(a) * d2 + top(b) * d1, d1 * d2)
}

export function negate(a: Rational): Rational {
  return a.big ? new Rational(0, 0, { n: -a.big.n, d: a.big.d }) : small(a.n === 0 ? 0 : -a.n, a.d)
}

export const sub = (a: Rational, b: Rational): Rational => add(a, negate(b))

export function mul(a: Rational, b: Rational): Rational {
  if (a.big === undefined && b.big === undefined) {
    const product = a.n * b.n
    const under = a.d * b.d
    if (Number.isSafeInteger(product) && Number.isSafeInteger(under)) return small(product === 0 ? 0 : product, under)
  }
  return fromPair(top(a) * top(b), bottom(a) * bottom(b))
}

/** a ÷ b; undefined when b is zero. */
export function div(a: Rational, b: Rational): Rational | undefined {
  if (isZero(b)) return undefined
  if (a.big === undefined && b.big === undefined) {
    const over = b.n > 0 ? a.n * b.d : -a.n * b.d
    const under = a.d * Math.abs(b.n)
    if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) return small(over === 0 ? 0 : over, under)
  }
  return fromPair(top(a) * bottom(b), bottom(a) * top(b))
}

export const isZero = (a: Rational): boolean => a.big === undefined && a.n === 0

export function sign(a: Rational): -1 | 0 | 1 {
  if (a.big) return a.big.n < 0n ? -1 : 1
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

export const isInteger = (a: Rational): boolean => (a.big ? a.big.d === 1n : a.n % a.d === 0)

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
