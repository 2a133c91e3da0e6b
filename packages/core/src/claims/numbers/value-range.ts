import { type Bounds, fromDecimal, type Rational, rational } from '../../formula/index.ts'
import type { NumberToken } from './number-token.ts'
import { readNumeral } from './numeral.ts'

const { add, div, fromInteger, mul, sub } = rational

/** A number as read: its value in base units, and all values that its wording allows. */
export interface StatedValue {
  readonly value: Rational
  readonly range: Bounds
  /** The same, taking whole numbers at their word: 486万元 may be rounded, but probably is not. */
  readonly tight: Bounds
  /** One of the last stated place, in base units; undefined where the number is exact. */
  readonly step: Rational | undefined
}

const TENTH = rational.fromPair(1n, 10n)
const NEARLY = rational.fromPair(9n, 10n)
const TWENTIETH = rational.fromPair(1n, 20n)

/** What a token states, with other digits than its own where asked. */
export function statedValue(token: NumberToken, literal: string = token.literal): StatedValue | undefined {
  const stated = statedOnce(token, literal)
  if (stated === undefined || token.times === undefined) return stated
  const times = fromInteger(token.times)
  const often = ({ low, high }: Bounds): Bounds => ({ low: low && mul(low, times), high: high && mul(high, times) })
  return { ...stated, value: mul(stated.value, times), range: often(stated.range), tight: often(stated.tight) }
}

function statedOnce(token: NumberToken, literal: string): StatedValue | undefined {
  const plain = token.inWords ? readNumeral(literal) : fromDecimal(literal)
  if (plain === undefined) return undefined
  const value = mul(plain, token.scale)
  const step = stepOf(token, literal)
  if (token.upTo !== undefined) {
    const end = fromDecimal(token.upTo)
    if (end === undefined) return undefined
    const range = { low: value, high: mul(end, token.scale) }
    return { value, range, tight: range, step }
  }
  const range = rangeOf(token, value, step)
  return { value, range, tight: isWhole(token, literal) ? { low: value, high: value } : range, step }
}

const isWhole = (token: NumberToken, literal: string): boolean =>
  !literal.includes('.') &&
  token.qualifier === undefined &&
  !token.rounded &&
  ['money', 'area', 'land'].includes(token.unit.dimension) &&
  !/亿/.test(token.unitText)

/** One of the last stated place. Whole counted things are exact. */
function stepOf(token: NumberToken, literal: string): Rational | undefined {
  const decimals = token.inWords ? 0 : (literal.split('.')[1]?.length ?? 0)
  const isScaled = rational.compare(token.scale, token.unit.factor) !== 0
  // 因公出国(境)费0万元: nothing was spent, and not something below half a 万元.
  if (literal === '0' && token.qualifier === undefined) return undefined
  if (decimals === 0 && token.unit.counted && !isScaled && token.per === undefined && !token.rounded) return undefined
  let step = token.scale
  for (let place = 0; place < decimals; place += 1) step = mul(step, TENTH)
  return step
}

/** The place of the last digit that is not zero: 1200余人 is up to 100 more. */
function lastPlace(token: NumberToken, value: Rational): Rational {
  const digits = token.inWords ? '' : token.literal
  const zeros = digits.includes('.') ? 0 : (/0+$/.exec(digits)?.[0].length ?? 0)
  if (token.inWords) return mul(value, TENTH)
  const own = stepOf(token, digits) ?? token.unit.factor
  return mul(own, rational.fromPair(10n ** BigInt(Math.min(zeros, Math.max(0, digits.length - 1))), 1n))
}

/** Digits of a printed number without the zeros at its ends: 30.00 has one. */
export const significantDigits = (literal: string): number => literal.replace('.', '').replace(/^0+|0+$/g, '').length

/** 约6414万元 was only rounded to its last digit. */
const isFine = ({ literal, inWords }: NumberToken): boolean => !inWords && significantDigits(literal) >= 3

/** 入学率100%: who rounds 99.6 up to it would not be believed. */
const isAll = ({ literal, unit }: NumberToken): boolean => literal === '100' && unit.dimension === 'percent'

function rangeOf(token: NumberToken, value: Rational, step: Rational | undefined): Bounds {
  const whole = isAll(token) ? mul(value, rational.fromPair(1n, 1000n)) : step
  const half = whole === undefined ? rational.ZERO : (div(whole, fromInteger(2)) ?? whole)
  const rounded = { low: sub(value, half), high: add(value, half) }
  switch (token.qualifier) {
    case undefined:
      return rounded
    case 'more':
      return { low: value, high: add(value, lastPlace(token, value)) }
    case 'about': {
      const around = isFine(token)
        ? lastPlace(token, value)
        : rational.max(mul(lastPlace(token, value), rational.HALF), mul(value, TWENTIETH))
      return { low: sub(value, around), high: add(value, around) }
    }
    case 'nearly':
      return { low: mul(value, NEARLY), high: value }
    case 'at_least':
    case 'above':
      return { low: rounded.low, high: undefined }
    case 'at_most':
    case 'below':
      return { low: undefined, high: rounded.high }
  }
}
