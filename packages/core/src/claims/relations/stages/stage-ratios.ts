import { rational } from '../../../formula/index.ts'
import { type Counted, countsOf, isStage } from '../../extract/counts.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ownStage, type Stage, stageOf } from '../../extract/stage.ts'
import type { StageTotals, Total } from '../../extract/stage-totals.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { averageOfSums } from '../made/share-of-sum.ts'
import type { Question, Relation } from '../relation.ts'

/** What an average divides by what, by the words at it. */
interface Ratio {
  readonly words: RegExp
  /** Either is undefined where it is the amount told right before it. */
  readonly over: Counted | undefined
  readonly under: Counted | undefined
}

const RATIOS: readonly Ratio[] = [
  { words: /生师比|师生比/, over: 'pupil', under: 'teacher' },
  { words: /班额|班均|平均每班|每班平均/, over: 'pupil', under: 'class' },
  { words: /生机比|人机比/, over: 'pupil', under: undefined },
  { words: /校均(?:规模|学生|人数)?$|平均规模/, over: 'pupil', under: 'school' },
  { words: /每百名[^,;。]{0,4}(?:专任)?教师/, over: undefined, under: 'teacher' },
  { words: /生均|每生|每百?名[^,;。]{0,4}(?:学生|[小中]学生)/, over: undefined, under: 'pupil' },
]

/** More readings than these say nothing. */
const MOST = 4

/**
 * 小学共有教学班10214个，平均班额40.51人; 小学、初中生师比分别为16.5:1、11.0:1: the pupils, teachers, classes of a stage are counted
 * anywhere in the report, in a table or in prose, and what there is to each is of them.
 */
export function stageRatios(prose: readonly Passage[], totals: StageTotals): readonly Question[] {
  return prose.flatMap((passage) =>
    passage.claims.flatMap((each, at) => {
      if (each.role !== 'each' || each.token.qualifier !== undefined || each.token.upTo !== undefined) return []
      const ratio = ratioNamed(passage, at)
      if (ratio === undefined) return []
      const stage = stageFor(passage, at, ratio)
      if (stage === undefined && ratio.under !== undefined) return []
      const readings = readingsOf(passage, at, ratio, stage, totals)
      return readings.length === 0 || readings.length > MOST ? [] : [{ readings: tied(readings) }]
    }),
  )
}

/** Of one that the text leaves no choice; else any of them may be meant. */
const tied = (readings: readonly Relation[]): readonly Relation[] =>
  readings.map((one) => ({ ...one, tie: readings.length === 1 ? one.tie : 'likely' }))

/** The first of the averages told in one breath with a number, which says what all of them are. */
function runStart({ claims }: Passage, at: number): number {
  const each = claims[at]
  let start = at
  while (start > 0) {
    const [here, last] = [claims[start], claims[start - 1]]
    const goesOn =
      here !== undefined &&
      last?.role === 'each' &&
      last.token.unitText === each?.token.unitText &&
      /^(?:[、,;]|和|与|及)(?:[\u4e00-\u9fff]{0,6}?(?:幼儿园|小学|初中|高中|中职)(?:阶段)?(?:为|达)?)?$/.test(
        here.before,
      )
    if (!goesOn) break
    start -= 1
  }
  return start
}

function ratioNamed(passage: Passage, at: number): Ratio | undefined {
  const words = passage.claims[runStart(passage, at)]?.near ?? ''
  return RATIOS.find((one) => one.words.test(words))
}

/** The stage that the number names, or that the list has whose place it takes, or that the sentence is of. */
function stageFor(passage: Passage, at: number, { under }: Ratio): Stage | undefined {
  const each = passage.claims[at]
  if (each === undefined) return undefined
  const own = ownStage({ near: each.quantity }) ?? (at === runStart(passage, at) ? undefined : ownStage(each))
  return own ?? stageInTurn(passage, at, under) ?? ownStage(each) ?? stageOf(passage, each)
}

/** 小学1243人，初中902人，生师比分别为17.6:1和12.6:1: each is of the stage that has its turn in what was counted before. */
function stageInTurn(passage: Passage, at: number, under: Counted | undefined): Stage | undefined {
  const start = runStart(passage, at)
  const { claims } = passage
  let end = at
  while (end + 1 < claims.length && runStart(passage, end + 1) === start && claims[end + 1]?.role === 'each') end += 1
  const length = end - start + 1
  if (length < 2) return undefined
  const first = claims[start]
  const before = countsOf(passage).flatMap(({ claim, stage, counted }) =>
    first !== undefined && claim.id < first.id && isStage(stage) && stage !== 'compulsory' ? [{ stage, counted }] : [],
  )
  const last = before.at(-1)
  const own = [under, last?.counted].map((counted) => before.filter((one) => one.counted === counted).slice(-length))
  return own.find((list) => list.length === length)?.[at - start]?.stage
}

function readingsOf(
  passage: Passage,
  at: number,
  { over, under }: Ratio,
  stage: Stage | undefined,
  totals: StageTotals,
): readonly Relation[] {
  const each = passage.claims[at]
  if (each === undefined) return []
  const unders = under === undefined ? deviceBefore(passage, at) : totals.totalsOf(under, stage ?? 'all')
  const overs = over === undefined ? amountBefore(passage, at) : totals.totalsOf(over, stage ?? 'all')
  return overs.flatMap((top) =>
    unders
      .filter(
        (bottom) => bottom.every(({ value }) => !rational.isZero(value)) && !bottom.some((one) => top.includes(one)),
      )
      .map((bottom) => averageOfSums(each, top, bottom, 'probable')),
  )
}

/** The amount right before an average, of its own unit. */
function amountBefore({ claims }: Passage, at: number): readonly Total[] {
  const [each, last] = [claims[at], claims[at - 1]]
  const isOwn =
    each !== undefined &&
    last?.role === 'level' &&
    last.segment === each.segment &&
    isSameUnit(last.token.unit, each.token.unit) &&
    last.token.unit.dimension !== 'ratio' &&
    rational.compare(last.value, each.value) > 0
  return isOwn ? [[last]] : []
}

/** 学生用计算机6342台，生机比6.0:1. */
function deviceBefore({ claims }: Passage, at: number): readonly Total[] {
  const [each, last] = [claims[at], claims[at - 1]]
  return last?.role === 'level' && last.segment === each?.segment && last.token.unit.dimension === 'device'
    ? [[last]]
    : []
}
