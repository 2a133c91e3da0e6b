import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { type Counted, countsOf, isStage } from '../../extract/counts.ts'
import type { Passage } from '../../extract/find-claims.ts'
import type { Stage } from '../../extract/stage.ts'
import type { StageTotals, Total } from '../../extract/stage-totals.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

const COUNTED: readonly Counted[] = ['pupil', 'teacher', 'staff', 'class', 'school']
/** What some reports count apart from the other stages, and some do not count. */
const BESIDE: readonly Stage[] = ['preschool', 'special', 'vocational', 'nine_year']
/** Fewest stages told in one sentence that are a list of them. */
const LEAST_LISTED = 3
/** Fewest parts that make up a whole. */
const LEAST_PARTS = 2
/** Fewest digits of a whole that say anything. */
const LEAST_DIGITS = 3

/**
 * 在园幼儿5930人。…义务教育19955人。…高中3120人、职教1045人。…全县学生30050人: what a report tells of all its stages, one by one and
 * anywhere, is what it tells of all of them together.
 */
export function stageWholes(passages: readonly Passage[], totals: StageTotals): readonly Question[] {
  return COUNTED.flatMap((counted) => [
    ...ofAll(counted, totals, passages),
    ...ofCompulsory(totals.distinctOf(counted, 'compulsory'), counted, totals),
  ])
}

function ofAll(counted: Counted, totals: StageTotals, passages: readonly Passage[]): readonly Question[] {
  return totals.distinctOf(counted, 'all').flatMap((whole) => {
    if (!isLarge(whole)) return []
    const known = (stage: Stage): readonly Claim[] => only(totals.totalsOf(counted, stage))
    const always = [known('compulsory'), known('senior')].flat()
    const beside = BESIDE.map(known).filter((one) => one.length > 0)
    const lists = subsets(beside).map((some) => [...always, ...some.flat()])
    return asked(whole, [...lists, ...listsOf(counted, passages)])
  })
}

/** 在园幼儿15230人，小学30615人，初中14320人，高中6180人，其他2075人: the stages of one sentence with what is left. */
const listsOf = (counted: Counted, passages: readonly Passage[]): readonly (readonly Claim[])[] =>
  passages.flatMap((passage) => {
    const own = countsOf(passage).filter((one) => one.counted === counted && isStage(one.stage))
    return [...new Set(own.map(({ claim }) => claim.sentence))].flatMap((sentence) => {
      const list = own.flatMap(({ claim }) => (claim.sentence === sentence ? [claim] : []))
      const last = list.at(-1)
      const rest = passage.claims.find(
        ({ id, near }) => id === (last?.id ?? 0) + 1 && /^[,、]?(?:其他|其余)/.test(near),
      )
      return list.length < LEAST_LISTED ? [] : [list, ...(rest?.sentence === sentence ? [[...list, rest]] : [])]
    })
  })

/** 小学742所, 初中238所 in a table, and 义务教育学校980所 in prose. */
const ofCompulsory = (wholes: readonly Claim[], counted: Counted, totals: StageTotals): readonly Question[] =>
  wholes.flatMap((whole) => {
    const known = (stage: Stage): readonly Claim[] => only(totals.totalsOf(counted, stage))
    const [primary, junior] = [known('primary'), known('junior')]
    if (!isLarge(whole) || primary.length === 0 || junior.length === 0) return []
    return asked(
      whole,
      subsets([known('nine_year')].filter((one) => one.length > 0)).map((some) => [
        ...primary,
        ...junior,
        ...some.flat(),
      ]),
    )
  })

/** The total of a stage where only one number is told of it. */
const only = (found: readonly Total[]): Total => (found.length === 1 ? (found[0] ?? []) : [])

const isLarge = ({ token }: Claim): boolean => token.literal.replace('.', '').length >= LEAST_DIGITS

function asked(whole: Claim, lists: readonly (readonly Claim[])[]): readonly Question[] {
  const readings: readonly Relation[] = lists
    .filter((parts) => parts.length >= LEAST_PARTS && !parts.includes(whole))
    .filter((parts) => parts.every(({ value }) => rational.compare(value, whole.value) < 0))
    .filter((parts) => isNearSum(whole, parts))
    .map((parts) => sumOf(whole, parts, 'likely'))
  return readings.length === 0 ? [] : [{ readings }]
}

/** All of them, and all ways to leave some out. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [[]]
  for (const one of all) found.push(...found.map((some) => [...some, one]))
  return found
}
