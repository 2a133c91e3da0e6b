import { fromJson, type Rational, rational, roundText, toJson } from '../formula/index.ts'

/** A number text times a factor, exactly: a fraction such as 10000/3 where decimals do not terminate (亩 to 平方米). */
export function scaleDecimal(text: string, factor: Rational): string {
  return toJson(rational.mul(getDecimal(text), factor))
}

/** A number text as people read it: a fraction is rounded to four decimals. */
export function shownDecimal(text: string): string {
  return /^-?\d+\/\d+$/.test(text) ? `约${roundText(getDecimal(text), 4, 'half_up')}` : text
}

/** Order of two number texts: negative, zero or positive. */
export function compareDecimals(left: string, right: string): number {
  // Up to 15 digits the order of binary fractions is the order of the decimals.
  if (left.length <= 15 && right.length <= 15 && !left.includes('/')) return Math.sign(Number(left) - Number(right))
  return rational.compare(getDecimal(left), getDecimal(right))
}

/** The number of a decimal text or fraction. Throws for any other text: what people typed is checked before. */
export function getDecimal(text: string): Rational {
  const number = fromJson(trimDecimal(text))
  if (number === undefined) throw new RangeError(`not a decimal text: ${text}`)
  return number
}

/** Drops a plus, leading zeros, trailing zeros after the point and a minus before zero. */
export function trimDecimal(text: string): string {
  if (/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text)) return text
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
