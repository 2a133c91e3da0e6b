import { checkDigitOf, normaliseIdNumber, parseIdNumber } from '../../codes/index.ts'
import type { Likeness } from './person.ts'

/** An identity number as it was written, of 18 signs where that can be said. */
export interface ReadIdentity {
  readonly number: string
  /** Written with 15 signs, as until 1999. */
  readonly isUpgraded: boolean
  /** Date and check digit are right: a slip of one sign never leaves them so. */
  readonly isSound: boolean
  /** `2013-05-17` as the number says it, whether or not such a day exists; absent where it is no number of 18 signs. */
  readonly birth?: string
  readonly sex?: '男' | '女'
}

/** Reads an identity number; 15 signs become 18, those born with them in the century 19. */
export function readIdentity(text: string): ReadIdentity {
  const written = normaliseIdNumber(text)
  const isUpgraded = /^\d{15}$/.test(written)
  const number = isUpgraded ? upgraded(written) : written
  const isSound = !('fault' in parseIdNumber(number))
  if (!/^\d{17}[\dX]$/.test(number)) return { number, isUpgraded, isSound }
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return { number, isUpgraded, isSound, birth, sex: Number(number.charAt(16)) % 2 === 1 ? '男' : '女' }
}

/** 15 signs as 18: the century comes in, the check digit at the end. */
export function upgraded(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return `${seventeen}${checkDigitOf(seventeen)}`
}

const none: Likeness = { degree: 0, says: '' }

/**
 * Two identity numbers. Different numbers that are both sound belong to two people, however near they lie: twins have
 * such. Where one fails its check digit, a near one is its right form.
 */
export function compareIdentities(left: ReadIdentity, right: ReadIdentity): Likeness {
  if (left.number === '' || right.number === '') return none
  if (left.number === right.number) return sameNumber(left, right)
  if (left.isSound && right.isSound) return { degree: -1, says: '两个身份证号都有效而不同' }
  if (left.number.length !== right.number.length) return ofOtherLength(left, right)
  return slipBetween(left, right)
}

function sameNumber(left: ReadIdentity, right: ReadIdentity): Likeness {
  if (left.isUpgraded === right.isUpgraded) return { degree: 1, says: '' }
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
