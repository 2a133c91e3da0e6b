import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** 与19个村、12所中小学签订目标责任书31份: a paper, or a visit, for every one of those it names. */
const FOR_EVERY = /(?:签订|签署|下达|发放|印发|送达|反馈|走访|结对|约谈)[^,;。\d]{0,12}$/
const WITH = /(?:与|同|向|对|给|为)[^,;。]{0,12}$/

/** Sums of things that are counted together though each bears a name of its own. */
export function signedWith(passages: readonly Passage[]): readonly Question[] {
  const all = passages.flatMap(({ claims }) => claims)
  return [...passages.flatMap(({ claims }) => papers(claims)), ...underBothNames(all)]
}

function papers(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((total, at) => {
    const [first, second] = claims.slice(Math.max(0, at - 2), at)
    if (first === undefined || second === undefined || !isCount(total) || !isCount(first) || !isCount(second)) return []
    const isOne = [first, second].every(({ sentence }) => sentence === total.sentence)
    if (!isOne || !WITH.test(first.before) || !/^[^,;。]{0,8}[、和与及]/.test(second.before)) return []
    const isTold =
      FOR_EVERY.test(total.before) ||
      (FOR_EVERY.test(second.after.split(',')[0] ?? '') && /^[^,;。]*,共?合?计$/.test(total.before))
    return isTold ? [{ readings: [sumOf(total, [first, second], 'probable')] }] : []
  })
}

/** 17个行政村和2个社区, then 19个村(社区). */
function underBothNames(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((total, at) => {
    const names = /^([\u4e00-\u9fff]{1,4})\(([\u4e00-\u9fff]{1,4})\)/.exec(total.after)
    const [, one, other] = names ?? []
    if (one === undefined || other === undefined || !isCount(total)) return []
    const order = claims.findIndex((first, place) => {
      const second = claims[place + 1]
      return place < at && second !== undefined && isPair(first, second, one, other)
    })
    const [first, second] = order < 0 ? [] : claims.slice(order, order + 2)
    return first === undefined || second === undefined || second === total
      ? []
      : [{ readings: [sumOf(total, [first, second], 'probable')] }]
  })
}

const isPair = (first: Claim, second: Claim, one: string, other: string): boolean =>
  isCount(first) &&
  isCount(second) &&
  first.passage === second.passage &&
  first.sentence === second.sentence &&
  new RegExp(`^[\\u4e00-\\u9fff]{0,3}${one}`).test(first.after) &&
  second.after.startsWith(other)

const isCount = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan') && token.unit.counted && isExact(token)
