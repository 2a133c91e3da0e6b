import { checkDigitOf, normaliseIdNumber, parseIdNumber } from '../../codes/index.ts'
import type { Likeness } from './person.ts'

/** An identity number as it was written, of 18 signs where that can be said. */
export interface ReadIdentity {
  readonly number: string
  /** The 15 signs that it was written with, as until 1999; they leave the century open. */
  readonly fifteen?: string
  /** Date and check digit are right: a slip of one sign never leaves them so. */
  readonly isSound: boolean
  /** `2013-05-17` as the number says it, whether or not such a day exists; absent where it is no number of 18 signs. */
  readonly birth?: string
  readonly sex?: '男' | '女'
}

/** By what the century of a number of 15 signs is known. */
export interface CenturyKnown {
  /** Date of birth that a row gives, `2013-05-17`. */
  readonly birth: string | undefined
  /** Day of the comparison, `2026-01-12`. */
  readonly today: string
}

/** Signs that a number has at least and at most with a slip or two: whatever else was written is no number. */
const NUMBER = /^[0-9A-Z]{14,20}$/

/** Reads an identity number; 15 signs become 18. Undefined where the text cannot have been meant as one. */
export function readIdentity(text: string, known: CenturyKnown): ReadIdentity | undefined {
  const written = normaliseIdNumber(text)
  if (!NUMBER.test(written)) return undefined
  if (/^\d{15}$/.test(written)) return { ...readEighteen(upgraded(written, known)), fifteen: written }
  return readEighteen(written)
}

function readEighteen(number: string): ReadIdentity {
  const isSound = !('fault' in parseIdNumber(number))
  if (!/^\d{17}[\dX]$/.test(number)) return { number, isSound }
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return { number, isSound, birth, sex: Number(number.charAt(16)) % 2 === 1 ? '男' : '女' }
}

/** 15 signs as 18: the century comes in, the check digit at the end. */
export function upgraded(fifteen: string, known: CenturyKnown): string {
  const seventeen = `${fifteen.slice(0, 6)}${centuryOf(fifteen.slice(6, 12), known)}${fifteen.slice(6)}`
  return `${seventeen}${checkDigitOf(seventeen)}`
}

const AGE_OF_CHILDREN = 18

/** The century nearer to the date of birth; without one that of a child, where the number can be a child's today. */
function centuryOf(born: string, { birth, today }: CenturyKnown): '19' | '20' {
  const late = Number(`20${born.slice(0, 2)}`)
  if (birth !== undefined) return Math.abs(late - Number(birth.slice(0, 4))) < 50 ? '20' : '19'
  const day = `${late}-${born.slice(2, 4)}-${born.slice(4)}`
  const oldest = `${Number(today.slice(0, 4)) - AGE_OF_CHILDREN - 1}${today.slice(4)}`
  return day <= today && day > oldest ? '20' : '19'
}

/**
 * Two identity numbers. Different numbers that are both sound belong to two people, however near they lie: twins have
 * such. Where one fails its check digit, a near one is its right form.
 */
export function compareIdentities(left: ReadIdentity, right: ReadIdentity): Likeness {
  if (left.number === right.number) return sameNumber(left, right)
  if (left.isSound && right.isSound) return { degree: -1, says: '两个身份证号都有效而不同' }
  if (left.number.length !== right.number.length) return ofOtherLength(left, right)
  return slipBetween(left, right)
}

function sameNumber(left: ReadIdentity, right: ReadIdentity): Likeness {
  if ((left.fifteen === undefined) === (right.fifteen === undefined)) return { degree: 1, says: '' }
  return { degree: 0.97, says: '一边是15位身份证号，升为18位后相同' }
}

function slipBetween(left: ReadIdentity, right: ReadIdentity): Likeness {
  const places = differingPlaces(left.number, right.number)
  const [first = 0, second = 0] = places
  if (places.length === 1)
    return first === 17
      ? { degree: 0.95, says: '身份证号只有校验码不同' }
      : { degree: 0.92, says: `身份证号只有第${first + 1}位不同，${whoseFault(left, right)}` }
  if (places.length === 2 && second === first + 1 && isSwapped(left.number, right.number, first))
    return { degree: 0.92, says: `身份证号第${first + 1}、${second + 1}位前后颠倒，${whoseFault(left, right)}` }
  if (places.length === 2) return { degree: 0.25, says: `身份证号第${first + 1}、${second + 1}位不同` }
  return { degree: places.length === 3 ? -0.3 : -0.9, says: '身份证号不同' }
}

function whoseFault(left: ReadIdentity, right: ReadIdentity): string {
  if (left.isSound !== right.isSound) return `${left.isSound ? '右边' : '左边'}的号码校验不对`
  return '两边的号码校验都不对'
}

/** Places at which two texts of one length differ, up to four. */
export function differingPlaces(one: string, other: string): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < one.length && places.length < 4; at += 1)
    if (one.charCodeAt(at) !== other.charCodeAt(at)) places.push(at)
  return places
}

const isSwapped = (one: string, other: string, at: number): boolean =>
  one[at] === other[at + 1] && one[at + 1] === other[at]

function ofOtherLength(left: ReadIdentity, right: ReadIdentity): Likeness {
  const [short, long] = left.number.length < right.number.length ? [left, right] : [right, left]
  if (long.number.length - short.number.length !== 1) return { degree: -0.3, says: '身份证号位数不同' }
  let at = 0
  while (at < short.number.length && short.number[at] === long.number[at]) at += 1
  if (short.number.slice(at) !== long.number.slice(at + 1)) return { degree: -0.3, says: '身份证号不同' }
  return { degree: 0.9, says: `身份证号有一边${short === left ? '（左）' : '（右）'}少录第${at + 1}位` }
}
