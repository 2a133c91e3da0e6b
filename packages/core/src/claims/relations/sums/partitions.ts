import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** Kinds of which everybody is one, in the order in which they are told. */
const PARTITIONS: readonly (readonly RegExp[])[] = [
  [/男/, /女/],
  [/女/, /男/],
  [/高级|正高/, /中级|一级/, /初级|二级|三级|其他|未/],
  [/研究生|硕士/, /本科/, /专科|大专/],
  [/(?:以下|及以下|岁以下)/, /[至到—~-]\d+岁?$|\d+岁?$/, /以上|及以上/],
  [/(?:以上|及以上)/, /[至到—~-]\d+岁?$|\d+岁?$/, /以下|及以下/],
  [/中央/, /省/, /市/, /县|区/],
  [/中央/, /省/, /县|区/],
  [/竣工|完工|建成/, /在建|施工/, /前期|筹备/],
  [/优秀/, /良好/, /合格|及格/, /不合格|不及格/],
  [/一年级|七年级/, /二年级|八年级/, /三年级|九年级/],
]
/** 按类别分:女1225人、男1149人 opens no list of the number right before; a colon else does. */
const OPENED = /其中|分别|(?<!按[^,;。:]{0,8}分):/
const OPENED_ANYHOW = /其中|分别|:/
/** How many like numbers before a list may be the whole of it, and how many paragraphs back. */
const FAR = 14
const FAR_PASSAGES = 2

/** 专任教师72人。…高级教师14人、一级37人、二级及以下21人: kinds that leave nobody out are all of a number told before. */
export function partitions(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR_PASSAGES), order + 1).flatMap(({ claims }) => claims)
    const levels = passage.claims.filter(isCount)
    return levels.flatMap((first, at) => {
      const list = listFrom(levels, at)
      if (list === undefined || (list.length === 2 ? OPENED : OPENED_ANYHOW).test(first.before)) return []
      const wholes = told.filter((one) => one.id < first.id && isWhole(one) && isLike(one, first)).slice(-FAR)
      const readings = wholes.filter((whole) => isNearSum(whole, list)).map((whole) => sumOf(whole, list, 'probable'))
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

/** 女教师2012人，男教师1113人；高级…: men alone are no whole of those of all ranks. */
const isWhole = (one: Claim): boolean => isCount(one) && !/^[,;、]?[男女]/.test(one.near)

const isCount = ({ role, token }: Claim): boolean =>
  role === 'level' && token.upTo === undefined && token.unit.dimension !== 'percent'

/** The numbers from one on when they bear the names of one partition in turn. */
function listFrom(levels: readonly Claim[], at: number): readonly Claim[] | undefined {
  for (const kinds of PARTITIONS) {
    const list = levels.slice(at, at + kinds.length)
    const [first] = list
    if (first === undefined || list.length < kinds.length) continue
    const isOne = list.every(({ sentence, segment }) => sentence === first.sentence && segment === first.segment)
    if (isOne && list.every((one, order) => isLike(one, first) && kinds[order]?.test(one.near) === true)) return list
  }
  return undefined
}
