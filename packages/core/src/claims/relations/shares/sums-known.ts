import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { shareOf } from '../made/share-of.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question, Relation } from '../relation.ts'
import { namesPart } from './share-words.ts'

/** How many numbers before a share its part may stand. */
const FAR = 6

/**
 * 岗位5418个，高级岗1126个，中级岗2015个，初级岗2277个，高级岗占比20.8%: a list that adds up shows what its items are parts
 * of, and so what the share of one of them is of.
 */
export function sharesOfSums(passages: readonly Passage[], sums: readonly Question[]): readonly Question[] {
  const totals = new Map<Claim, Claim>()
  const halves = new Map<Claim, Relation>()
  for (const { readings } of sums)
    for (const relation of readings.filter(isKnown))
      for (const part of relation.inputs) {
        if (!totals.has(part)) totals.set(part, relation.target)
        if (relation.inputs.length <= MOST_HALVES) halves.set(part, relation)
      }
  return passages.flatMap(({ claims }) =>
    claims.flatMap((share, at) => {
      if (share.role !== 'share') return []
      if (!/占|比重|比例/.test(share.near)) return rateOfHalves(share, claims[at - 1], halves)
      const before = claims.slice(Math.max(0, at - FAR), at).filter(({ sentence }) => sentence === share.sentence)
      const named = before.filter((one) => totals.has(one) && namesPart(share, one) === true)
      const last = before.at(-1)
      const part = named.length === 1 ? named[0] : named.length === 0 ? last : undefined
      const whole = part && totals.get(part)
      if (part === undefined || whole === undefined || (part === last && namesPart(share, part) === false)) return []
      if (/占[^,;。]{2,}的/.test(share.near) && part !== last) return []
      // 乡村41所，乡村学校占56.9%: an item of the list by its name, of nothing else that is named.
      const isNamed = named.length === 1 && !/占[^,;。]{2,}的/.test(share.near)
      const tie = isNamed ? 'probable' : part === last && /占$/.test(share.near) ? 'shaped' : 'likely'
      return [{ readings: [shareOf(share, part, whole, tie)] }]
    }),
  )
}

const isKnown = (relation: Relation): boolean =>
  relation.kind === 'sum' && relation.tie !== 'possible' && judgeRelation(relation).outcome === 'holds'

const MOST_HALVES = 5
/** What is not done, or not good. */
const NOT = /未|不|没|尚|剩余|待|挂|余/

/** 凭证1240份，无误1085份，存在瑕疵155份，合规率87.5%: the rate is of the one or the other, whatever it is called. */
function rateOfHalves(
  share: Claim,
  last: Claim | undefined,
  halves: ReadonlyMap<Claim, Relation>,
): readonly Question[] {
  const sum = last && halves.get(last)
  if (sum === undefined || last?.segment !== share.segment || !/率|进度/.test(share.near)) return []
  const done = sum.inputs.filter(({ near }) => !NOT.test(near))
  // 已整改78条，限期整改46条，还挂着13条，整改率90.5%: all but what is not done, of the whole.
  if (sum.inputs.length > 2)
    return done.length === sum.inputs.length - 1
      ? [{ readings: [shareOfSum(share, done, [sum.target], 'shaped')] }]
      : []
  const readings = done.map((part) => shareOf(share, part, sum.target, 'shaped'))
  return readings.length === 0 ? [] : [{ readings }]
}
