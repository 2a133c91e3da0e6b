import { fromDecimal, type Rational, rational } from '../../formula/index.ts'

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Characters of numbers written in words. */
export const NUMERAL_CHARACTERS = '零〇一二两俩三四五六七八九十百千万亿廿卅'

/** Times ten to the power that a word such as 百万 stands for. */
export function magnitudeOf(words: string): Rational {
  const power = [...words].reduce((sum, word) => sum + (POWERS[word] ?? 0), 0)
  return rational.fromPair(10n ** BigInt(power), 1n)
}

/** A number in words, such as 一千二百三十四 or 三点五; undefined when it is none. */
export function readNumeral(text: string): Rational | undefined {
  const [whole = '', fraction] = text.replaceAll('廿', '二十').replaceAll('卅', '三十').split('点')
  const integer = readInteger(whole)
  if (integer === undefined || fraction === undefined) return integer
  const digits = digitsOf(fraction)
  const tail = digits === undefined ? undefined : fromDecimal(`0.${digits}`)
  return tail && rational.add(integer, tail)
}

function digitsOf(text: string): string | undefined {
  const digits = [...text].map((one) => DIGITS[one])
  return digits.every((digit) => digit !== undefined) && digits.length > 0 ? digits.join('') : undefined
}

function readInteger(text: string): Rational | undefined {
  if (text.length > 1 && digitsOf(text) !== undefined) return fromDecimal(digitsOf(text) ?? '')
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const one of text) {
    const power = POWERS[one]
    if (power === undefined) {
      if (DIGITS[one] === undefined) return undefined
      digit = DIGITS[one]
    } else if (power < 4) {
      section += (digit ?? 1) * 10 ** power
      digit = undefined
    } else {
      total = (total + section + (digit ?? 0)) * 10 ** power
      section = 0
      digit = undefined
    }
  }
  const value = total + section + (digit ?? 0)
  return Number.isSafeInteger(value) ? rational.fromInteger(value) : undefined
}
