import { type Dimension, isSameUnit } from '../numbers/units.ts'
import type { Claim } from './claim.ts'

/** Whether two claims may count the same kind of thing, so that one can be part of the other. */
export function isLike(a: Claim, b: Claim): boolean {
  if (!isSameUnit(a.token.unit, b.token.unit) && !(isAided(a) && isAided(b)) && !(isSeats(a) && isSeats(b)))
    return false
  if (isSeats(a) && isSeats(b)) return true
  if (HAS_KIND.has(a.token.unit.dimension) && a.kind !== undefined && b.kind !== undefined && a.kind !== b.kind)
    return false
  // 940元 a pupil and 86.9万元 for all are told side by side, and are no parts of one another.
  if (a.token.unit.dimension === 'money' && (a.token.unitText === '元') !== (b.token.unitText === '元')) return false
  if (isCoefficient(a) !== isCoefficient(b)) return false
  return !isOtherNoun(a, b) && !isOtherThing(a, b) && !isOtherThing(b, a)
}

/** 差异系数应评2个：小学(0.627): what is no number of anything is part of no count. */
const isCoefficient = ({ token }: Claim): boolean => token.unit.word === '' && token.literal.includes('.')

/** 学生用机 and 教师用机 are machines: whose they are parts numbers of people only. */
const HAS_KIND: ReadonlySet<Dimension> = new Set(['person', 'visit', 'thing', 'place', 'class', 'plain'])

/** Whoever is aided is counted as 人 and as 人次 in one breath. */
const isAided = ({ token, near }: Claim): boolean =>
  (token.unit.dimension === 'person' || token.unit.dimension === 'visit') &&
  /资助|受助|受益|免学|免除|惠及|享受|助学|^全学?年$|累计|合计/.test(near)

/** 可容纳1620人, 提供4380个学位: whom there is room for is counted as 人 and as 个 in one breath. */
const isSeats = ({ near, after, token }: Claim): boolean =>
  token.unit.counted && (/容纳$|学位$/.test(near) || /^学位/.test(after))

/** 学位5480个 and 17个村 are no schools, though schools are counted as 个, too. */
function isOtherThing(thing: Claim, other: Claim): boolean {
  if (thing.token.unit.word !== '个' || other.token.unit.word === '个') return false
  const words = thing.near.slice(-8) + (/^[\u4e00-\u9fff]{1,4}/.exec(thing.after)?.[0] ?? '')
  return OTHER_THINGS.test(words)
}

const OTHER_THINGS = /学位|村|社区|座位|床位|岗位|问题|隐患|车位|乡镇|小组/

/** 9个省份136个县: what stands after the unit tells such counts apart. */
function isOtherNoun(a: Claim, b: Claim): boolean {
  const [first, second] = [nounOf(a), nounOf(b)]
  return first !== undefined && second !== undefined && first !== second
}

function nounOf({ token, after }: Claim): string | undefined {
  if (token.unit.word !== '个' && token.unit.word !== '项') return undefined
  const noun = /^(?:[县省市区乡镇村校园班项学人教幼社街课]|基(?!层单位))/.exec(after)?.[0]
  return noun
}
