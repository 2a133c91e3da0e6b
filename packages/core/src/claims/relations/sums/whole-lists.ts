import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { chanceOfNearMiss } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { isRowOfLikes, withoutAsides } from '../made/list-parts.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const MOST_PARTS = 10
const MOST_GAP = 18
/** Kinds that stand beside others and leave most of the whole out. */
const SOME = /骨干|留守|残疾|贫困|困难|党员|优秀|先进|获|重点|省级|国家级|市级/
/** The last part is all that is left. */
const REST = /剩余|其余|另外|余额|结余|尚|还有|未(?!成年)|其他/

/**
 * 其余27人中，办理延缓入学19人，正在劝返8人: a number, and then nothing but like numbers to the end of the stretch. What the
 * parts are called does not tell that they are all; that they are told so does, as far as it is worth a look.
 */
export function wholeLists({ claims }: Passage): readonly Question[] {
  return [...listsOf(claims), ...leftOf(claims), ...closedBy(claims), ...bracketed(claims)]
}

function listsOf(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((total, at) => {
    if (!isCount(total) && !isPlanned(total)) return []
    // 走进特校的173名，占35.6%；随班就读的214名: what is told of an item beside how many it is.
    const rest = withoutAsides(claims.slice(at + 1))
      .filter(isTold)
      .slice(0, MOST_PARTS + 1)
    const end = rest.findIndex(
      (one, order) => one.segment !== total.segment || !isPartOf(total, one) || (order > 1 && isAfterwards(one)),
    )
    const list = end < 0 ? rest : rest.slice(0, end)
    // A list of two must be all that its stretch says; of three, it may go on with other things.
    const isCutOff =
      list.length === 2 && rest[2]?.segment === total.segment && isSameUnit(rest[2].token.unit, total.token.unit)
    if (list.length < 2 || list.length > MOST_PARTS || isCutOff) return []
    if (!isNearSum(total, list) || isOneSide(list) || isRowOfLikes(list) || list.some(isNext)) return []
    // 学校86所，其中小学52所、初中24所: two of a whole leave others out as often as not, so only too much of them tells.
    const isPartly = list.length === 2 && /其中|含/.test(list[0]?.before ?? '') && isLess(list, total)
    const isStages = isOfSchools(total, list)
    const isClosed = list.length === 2 && /^[,、]?其他/.test(list[1]?.before ?? '')
    if (isPartly && !isClosed && (/其中/.test(list[0]?.before ?? '') || !isStages))
      return isTelling(total, list) ? [{ readings: [sumOf(total, list, 'sought')] }] : []
    const isSurely = list.length === 2 && !isClosed && REST.test(list[1]?.near ?? '')
    // Three short items or more to the end of the stretch are told to be whole.
    const isLong = list.length > 2 && /^[,、:(—]/.test(list[0]?.before ?? '')
    const isSchools = list.length === 2 && isStages && !isPartly
    return [{ readings: [sumOf(total, list, isSurely || isLong || isSchools ? 'probable' : 'shaped')] }]
  })
}

/** 未到校9人。返校6人，剩余3人; 参加698人，高中421人，其中县一中96人；中职259人；其余18人: the rest ends a list. */
function leftOf(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((rest, at) => {
    if (!isCount(rest) || !/^(?:剩余|其余|另外|还有|尚有|未升学|未录取)/.test(rest.near)) return []
    const before = claims
      .slice(Math.max(0, at - MOST_PARTS), at)
      .filter((one) => isCount(one) && isSameUnit(one.token.unit, rest.token.unit) && !/其中/.test(one.before))
    const last = before.at(-1)
    if (last === undefined || last.sentence !== rest.sentence) return []
    // 参考641人，600分以上87人；录取398人，中职231人，未升学12人: what is told between is of another kind.
    const skipped = before.slice(0, -2).map((whole) => ({ whole, parts: [...before.slice(-2), rest] }))
    const readings = [
      ...before.slice(0, -1).map((whole, order) => ({ whole, parts: [...before.slice(order + 1), rest] })),
      ...(/^未/.test(rest.near) ? skipped : []),
    ]
      .filter(({ whole, parts }) => whole.sentence >= rest.sentence - 1 && isNearSum(whole, parts))
      .filter(({ whole, parts }) => !isItem(whole, parts))
      .map(({ whole, parts }) => sumOf(whole, parts, whole.sentence === rest.sentence ? 'probable' : 'shaped'))
    return readings.length === 0 ? [] : [{ readings }]
  })
}

/** 发现问题37个，其中甲19个，乙12个，丙6个，截至目前已整改34个: what was done of all of them ends the list. */
const isAfterwards = ({ before }: Claim): boolean => /截至|截止|目前|已(?:完成|整改|办结|解决)/.test(before)

/** 最多的是食堂，9个，其次是补课，5个: one item after another. */
const isNext = ({ before }: Claim): boolean => /其次|再次/.test(before)

/** 食堂9个，其次是补课5个，另外…; 甲县9个，完工4个；剩余的8个都在乙县: what looks like the whole is an item as well. */
const isItem = (whole: Claim, parts: readonly Claim[]): boolean =>
  parts.some(isNext) ||
  (parts.length === 2 && parts[0]?.segment === whole.segment && parts[1]?.segment !== whole.segment)

/** 辖9镇5乡共14个乡镇: whatever they are called, they are counted together. */
function closedBy(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((total, at) => {
    if (
      !isCount(total) ||
      !/^[,、]?(?:[两三四五六七]类|以上|总)?(?:合计|共计|共|总计|计)(?:有|为)?$/.test(total.before)
    )
      return []
    const before = claims.slice(Math.max(0, at - MOST_PARTS), at)
    const from = before.findLastIndex((one) => one.segment !== total.segment || !isPartOf(total, one)) + 1
    const list = before.slice(from)
    const [first] = list
    return first === undefined || list.length < 2 || isOneSide(list)
      ? []
      : [{ readings: [sumOf(total, list, 'probable')] }]
  })
}

/** 六个年级(分别为86人、79人、…)在校生501人: a list in brackets is of the number right after it. */
function bracketed(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((total, at) => {
    if (!isCount(total) || !/^\)[^()]{0,12}$/.test(total.before)) return []
    const before = claims.slice(Math.max(0, at - MOST_PARTS), at)
    const from = before.findLastIndex((one) => one.before.includes('('))
    const list = from < 0 ? [] : before.slice(from)
    const isList = list.every((one) => isCount(one) && isSameUnit(one.token.unit, total.token.unit))
    return list.length < 3 || !isList ? [] : [{ readings: [sumOf(total, list, 'probable')] }]
  })
}

/** Two parts of a whole that come a digit short of it too seldom for it to be an accident. */
function isTelling(total: Claim, list: readonly Claim[]): boolean {
  const relation = sumOf(total, list, 'sought')
  return chanceOfNearMiss(relation, judgeRelation(relation).range) <= WORTH
}

const WORTH = 0.2

/** 检查学校52所，含小学38所、中学14所: schools are of the one kind or the other. */
const isOfSchools = ({ near, token }: Claim, list: readonly Claim[]): boolean =>
  token.unit.dimension === 'place' &&
  /学校$|中小学|义务教育/.test(token.unitText.length > 1 ? token.unitText : near) &&
  [/小学/, /初中|中学/].every((stage) => list.some((one) => stage.test(one.near)))

/** 38座以上38辆，19座以下16辆 leave nothing out; 55岁以上 alone does. */
const isOneSide = (list: readonly Claim[]): boolean =>
  list.some(({ near }) => /以上/.test(near)) !== list.some(({ near }) => /以下|以内|不足/.test(near))

const isLess = (list: readonly Claim[], total: Claim): boolean => {
  const [a, b] = list
  return a !== undefined && b !== undefined && rational.compare(rational.add(a.value, b.value), total.value) < 0
}

const isCount = ({ role, token }: Claim): boolean =>
  role === 'level' && isExact(token) && token.unit.dimension !== 'ratio'

/** 规划确定的42项指标. */
const isPlanned = ({ role, token }: Claim): boolean => role === 'plan' && isExact(token) && token.unit.counted

const isTold = ({ role }: Claim): boolean => !['share', 'rate', 'points', 'each'].includes(role)

const isPartOf = (total: Claim, part: Claim): boolean =>
  isCount(part) &&
  isSameUnit(part.token.unit, total.token.unit) &&
  (part.token.unit.dimension !== 'money' || part.token.unitText === total.token.unitText) &&
  part.before.length <= MOST_GAP &&
  !(/预算/.test(total.near) && /决算/.test(part.near)) &&
  !SOME.test(part.near)
