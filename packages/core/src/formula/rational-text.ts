import { equals, fromInteger, fromPair, pairOf, type Rational, sign, toPair } from './rational.ts'

/** half_up 四舍五入 (half away from zero), half_even 五成双 (GB/T 8170); the rest name themselves. */
export type RoundingMode = 'half_up' | 'half_even' | 'floor' | 'ceiling' | 'truncate'

const powers: bigint[] = []
function powerOfTen(exponent: number): bigint {
  let known = powers[exponent]
  if (known === undefined) {
    known = 10n ** BigInt(exponent)
    powers[exponent] = known
  }
  return known
}

const MAX_EXPONENT = 400

/** Exact number of a decimal text such as `-12.50` or `1.5e-3`; undefined when it is none or its exponent is absurd. */
export function fromDecimal(text: string): Rational | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text)
  if (!match) return undefined
  const [, minus, whole = '0', fraction = '', exponent = '0'] = match
  const shift = Number(exponent) - fraction.length
  if (Math.abs(Number(exponent)) > MAX_EXPONENT) return undefined
  const digits = whole + fraction
  if (shift === 0 && digits.length <= 15) return fromInteger(Number(minus === '-' ? `-${digits}` : digits) + 0)
  const n = BigInt(digits) * (minus === '-' ? -1n : 1n)
  return shift >= 0 ? fromPair(n * powerOfTen(shift), 1n) : fromPair(n, powerOfTen(-shift))
}

/** Exact number of a text that the lexer or a schema has found to be a decimal. Throws for any other: that is a bug. */
export function getExact(decimal: string): Rational {
  const number = fromDecimal(decimal)
  if (number === undefined) throw new RangeError(`not a decimal: ${decimal}`)
  return number
}

/** Places after the point that the exact value needs; undefined when its decimals do not terminate. */
function placesOf(d: bigint): number | undefined {
  let [rest, twos, fives] = [d, 0, 0]
  while (rest % 10n === 0n) [rest, twos, fives] = [rest / 10n, twos + 1, fives + 1]
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1]
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1]
  return rest === 1n ? Math.max(twos, fives) : undefined
}

function placePoint(scaled: bigint, places: number): string {
  if (places <= 0) return (scaled * powerOfTen(-places)).toString()
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The exact decimal text, or undefined when it does not terminate. */
export function toDecimal(a: Rational): string | undefined {
  const { n, d } = toPair(a)
  if (d === 1n) return n.toString()
  const places = placesOf(d)
  return places === undefined ? undefined : placePoint((n * powerOfTen(places)) / d, places)
}

/** Exact text for machines: a decimal, or "n/d" when the decimals do not terminate. */
export function toJson(a: Rational): string {
  const decimal = toDecimal(a)
  if (decimal !== undefined) return decimal
  const { n, d } = toPair(a)
  return `${n}/${d}`
}

/** Reads what `toJson` wrote. */
export function fromJson(text: string): Rational | undefined {
  const [over = '', under] = text.split('/')
  if (under === undefined) return fromDecimal(over)
  return /^-?\d+$/.test(over) && /^[1-9]\d*$/.test(under) ? fromPair(BigInt(over), BigInt(under)) : undefined
}

function roundQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const negative = n < 0n
  const size = negative ? -n : n
  const floor = size / d
  const rest = size % d
  if (rest === 0n) return negative ? -floor : floor
  const twice = rest * 2n
  const up =
    mode === 'half_up'
      ? twice >= d
      : mode === 'half_even'
        ? twice > d || (twice === d && floor % 2n === 1n)
        : mode === 'ceiling'
          ? !negative
          : mode === 'floor'
            ? negative
            : false
  const rounded = up ? floor + 1n : floor
  return negative ? -rounded : rounded
}

function scaledTo(a: Rational, digits: number, mode: RoundingMode): bigint {
  const { n, d } = pairOf(a)
  return digits >= 0 ? roundQuotient(n * powerOfTen(digits), d, mode) : roundQuotient(n, d * powerOfTen(-digits), mode)
}

/** Rounded to `digits` places after the point (negative: before it). */
export function round(a: Rational, digits: number, mode: RoundingMode): Rational {
  const scaled = scaledTo(a, digits, mode)
  return digits >= 0 ? fromPair(scaled, powerOfTen(digits)) : fromPair(scaled * powerOfTen(-digits), 1n)
}

/** Rounded text with exactly `digits` places. */
export const roundText = (a: Rational, digits: number, mode: RoundingMode): string =>
  placePoint(scaledTo(a, digits, mode), digits)

function floorRoot(n: bigint): bigint {
  if (n < 2n) return n
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (guess + n / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** Significant digits of an irrational root. */
const ROOT_DIGITS = 30

/**
 * Square root: exact when it is rational, else rounded to 30 significant digits. Undefined below zero.
 */
export function sqrt(a: Rational): Rational | undefined {
  if (sign(a) < 0) return undefined
  const { n, d } = toPair(a)
  const exact = fromPair(floorRoot(n), floorRoot(d) || 1n)
  const pair = toPair(exact)
  if (equals(fromPair(pair.n * pair.n, pair.d * pair.d), a)) return exact
  const magnitude = Math.floor((n.toString().length - d.toString().length) / 2)
  const places = ROOT_DIGITS + 3 - magnitude
  const squared = places >= 0 ? (n * powerOfTen(2 * places)) / d : n / (d * powerOfTen(-2 * places))
  const root = floorRoot(squared)
  const surplus = root.toString().length - ROOT_DIGITS
  const kept = surplus > 0 ? roundQuotient(root, powerOfTen(surplus), 'half_up') * powerOfTen(surplus) : root
  return places >= 0 ? fromPair(kept, powerOfTen(places)) : fromPair(kept * powerOfTen(-places), 1n)
}
