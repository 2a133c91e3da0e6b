import { fromDecimal, type Rational, rational, roundText, toDecimal } from '../formula/index.ts'

export interface ScaledDecimal {
  readonly text: string
  /** False when the quotient does not terminate and was rounded to six more decimals (亩 to 平方米). */
  readonly exact: boolean
}

const EXTRA_DECIMALS = 6

/** Decimal text times a factor. */
export function scaleDecimal(text: string, factor: Rational): ScaledDecimal {
  const scaled = rational.mul(getDecimal(text), factor)
  const exact = toDecimal(scaled)
  if (exact !== undefined) return { text: exact, exact: true }
  const decimals = fractionOf(text).length + EXTRA_DECIMALS
  return { text: trimDecimal(roundText(scaled, decimals, 'half_up')), exact: false }
}

/** Order of two decimal texts: negative, zero or positive. */
export function compareDecimals(left: string, right: string): number {
  // Up to 15 digits the order of binary fractions is the order of the decimals.
  if (left.length <= 15 && right.length <= 15) return Math.sign(Number(left) - Number(right))
  return rational.compare(getDecimal(left), getDecimal(right))
}

/** The number of a decimal text. Throws for any other text: what people typed is checked before. */
export function getDecimal(text: string): Rational {
  const number = fromDecimal(trimDecimal(text))
  if (number === undefined) throw new RangeError(`not a decimal text: ${text}`)
  return number
}

/** Drops a plus, leading zeros, trailing zeros after the point and a minus before zero. */
export function trimDecimal(text: string): string {
  if (/^[1-9]\d*$/.test(text)) return text
  const whole =
    text
      .replace(/^[+-]/, '')
      .split('.')[0]
      ?.replace(/^0+(?=\d)/, '') || '0'
  const fraction = fractionOf(text).replace(/0+$/, '')
  const shown = fraction === '' ? whole : `${whole}.${fraction}`
  return text.startsWith('-') && shown !== '0' ? `-${shown}` : shown
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? ''
}
