import type { Claim } from '../../extract/claim.ts'
import { type Count, type Counted, type CountStage, countedBy, countsOf } from '../../extract/counts.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { stageOf } from '../../extract/stage.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { withoutInner } from '../made/list-parts.ts'
import { shareOf } from '../made/share-of.ts'
import { averageOfSums } from '../made/share-of-sum.ts'
import type { Question, Relation } from '../relation.ts'

/**
 * What is told of a stage as a whole — its pupils, teachers, schools — is what shares and averages far from it are of:
 * 占全县小学生的45.1%, 专任教师中…占85.9%, 小学生与教师之比为15.08:1, 校均规模.
 */
export function countedWholes(passages: readonly Passage[]): readonly Question[] {
  const counts = passages.flatMap(countsOf)
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim, at) => {
      if (claim.role !== 'share' && claim.role !== 'each' && claim.token.unit.dimension !== 'ratio') return []
      const told = counts.filter((one) => one.claim.id < claim.id)
      const relation = relationOf(passage, claim, passage.claims.slice(0, at), told)
      return relation === undefined ? [] : [{ readings: [relation] }]
    }),
  )
}

/** What a number is of, by what it says it is: a share, a ratio, or so much to each. */
function relationOf(
  passage: Passage,
  claim: Claim,
  before: readonly Claim[],
  told: readonly Count[],
): Relation | undefined {
  if (claim.role === 'share') return ofNamed(passage, claim, before, told)
  if (claim.token.unit.dimension === 'ratio') return ratioOf(passage, claim, before.at(-1), told)
  if (claim.role !== 'each') return undefined
  return averageOf(passage, claim, told) ?? toEach(passage, claim, wholeBefore(before), told)
}

/** The last number told of all of something, leaving out `but`, which may be a part of it. */
function last(told: readonly Count[], counted: Counted, stage: CountStage, but?: Claim): Claim | undefined {
  return told.findLast((one) => one.counted === counted && one.stage === stage && one.claim !== but)?.claim
}

const NAMED = /占(?:了|到)?([\u4e00-\u9fff]{2,12}?)(?:总数|总人数|人数|总量)?的?(?:比例|比重)?(?:为|达)?$/
/** 专任教师与教职工之比, 专任教师占教职工的. */
const PAIR =
  /([\u4e00-\u9fff]{2,8})[与和同]([\u4e00-\u9fff]{2,8})之比|^([\u4e00-\u9fff]{2,8})占([\u4e00-\u9fff]{2,8}?)(?:总数)?的?$/
const BARE = /占(?:比)?(?:为|达|约)?$/

function ofNamed(
  passage: Passage,
  share: Claim,
  before: readonly Claim[],
  told: readonly Count[],
): Relation | undefined {
  const pair = pairIn(share.near)
  if (pair !== undefined) {
    const [over, under] = pair.map(({ counted, stage }) => last(told, counted, stage))
    return over && under && shareOf(share, over, under, 'probable')
  }
  const part = before.at(-1)
  if (part?.role !== 'level' || part.segment !== share.segment) return undefined
  const words = BARE.test(share.near) ? subjectOf(passage, share) : NAMED.exec(share.near)?.[1]
  const named = words === undefined ? undefined : countedBy(words)
  if (named === undefined || part.token.unit.dimension !== dimensionOf(named.counted)) return undefined
  const whole = last(told, named.counted, named.stage, part)
  return whole && shareOf(share, part, whole, 'probable')
}

/** Both sides of a share that names its part and its whole; undefined unless both are counted. */
function pairIn(words: string): readonly Pick<Count, 'counted' | 'stage'>[] | undefined {
  const names = PAIR.exec(words)?.filter((one) => one !== undefined)
  const [part, whole] = [countedBy(names?.[1] ?? ''), countedBy(names?.[2] ?? '')]
  return part && whole && [part, whole]
}

const dimensionOf = (counted: Counted) => (counted === 'school' ? 'place' : counted === 'class' ? 'class' : 'person')

/** 专任教师中,…: what the sentence, or the stretch, says that it tells the parts of. */
function subjectOf({ text, sentences }: Passage, share: Claim): string | undefined {
  const start = sentences[share.sentence]?.start ?? 0
  const words = text.slice(start, share.token.start)
  return [...words.matchAll(/(?<=^|[,;:])(?:在)?([\u4e00-\u9fff]{2,10})中,/g)].at(-1)?.[1]
}

/** 小学生与教师之比为15.08:1, 初中生师比12:1. */
function ratioOf(
  passage: Passage,
  ratio: Claim,
  last: Claim | undefined,
  told: readonly Count[],
): Relation | undefined {
  // 小学生与教师之比为15.08:1，初中为12.91:1.
  const goesOn = last?.token.unit.dimension === 'ratio' && /^[,;、](?:幼儿园|小学|初中|高中)为?$/.test(ratio.before)
  if (!goesOn && !/生师比|师生比|[生师][与和同][^,;]{0,4}[教学师生].{0,4}之?比/.test(ratio.before)) return undefined
  return toTeachers(ratio, stageAt(passage, ratio, ratio.near), told)
}

/** The stage that words name, else the one that was named last. */
const stageAt = (passage: Passage, claim: Claim, words: string | undefined): CountStage =>
  stageIn(/幼儿园|小学|初中|高中|中学/.exec(words ?? '')?.[0]) ?? stageOf(passage, claim) ?? 'all'

const stageIn = (words: string | undefined): CountStage | undefined =>
  words === undefined ? undefined : countedBy(`${words}学生`)?.stage

/** Pupils of a stage to each of its teachers. */
function toTeachers(target: Claim, stage: CountStage, told: readonly Count[]): Relation | undefined {
  const [pupils, teachers] = [last(told, 'pupil', stage), last(told, 'teacher', stage)]
  return pupils && teachers && eachOf(target, pupils, teachers)
}

/**
 * 校园面积48450平方米，人均25平方米; 初中712人，每百名学生7.33人: what stands right before is of the pupils, who were counted
 * before, of the stage or in all.
 */
function toEach(
  passage: Passage,
  each: Claim,
  amount: Claim | undefined,
  told: readonly Count[],
): Relation | undefined {
  if (amount?.role !== 'level' || amount.segment !== each.segment) return undefined
  const isOfPupils = each.token.unit.dimension === 'person' ? /每百名学生/ : /生均|人均|平均每[生人]|每百?名学生/
  if (!isOfPupils.test(each.near) || !isSameUnit(amount.token.unit, each.token.unit)) return undefined
  // 按小学生计算，生均16.0册.
  const stage = stageIn(/按(小学|初中|高中)生?(?:人数)?计算/.exec(each.before)?.[1]) ?? stageOf(passage, each) ?? 'all'
  const pupils = last(told, 'pupil', stage) ?? last(told, 'pupil', 'all')
  return (
    pupils && { ...eachOf(each, amount, pupils), tie: last(told, 'pupil', stage) === undefined ? 'likely' : 'probable' }
  )
}

/** 藏书8016册：绘本1250册，…，其余4126册，生均16册: of the whole of a list, where it adds up. */
function wholeBefore(before: readonly Claim[]): Claim | undefined {
  const last = before.at(-1)
  const own = before.filter((one) => last !== undefined && one.sentence === last.sentence && isLike(one, last))
  return withoutInner(own.slice(-MOST_ITEMS)).at(-1)
}

const MOST_ITEMS = 8

/** 全县小学平均规模583人, 初中平均班额47人, 小学每名教师平均15人: pupils to each school, class or teacher of a stage. */
function averageOf(passage: Passage, each: Claim, told: readonly Count[]): Relation | undefined {
  if (each.token.unit.dimension !== 'person') return undefined
  const load = /^(.*?)每[个名位](?:专任)?教师平均/.exec(each.near)
  if (load !== null) return toTeachers(each, stageAt(passage, each, load[1]), told)
  const words = /^(.*?)(?:校均|平均规模|平均每[所校]|每[所校]平均|平均班额|班额|平均每班|每班平均)/.exec(each.near)
  if (words === null) return undefined
  const stage = stageAt(passage, each, words[1])
  const counted = /班/.test(words[0]) ? 'class' : 'school'
  const [pupils, under] = [last(told, 'pupil', stage), last(told, counted, stage)]
  if (pupils !== undefined && under !== undefined) return eachOf(each, pupils, under)
  // 在园幼儿4867人。…教学班182个，平均每班26.7人: no stage is told apart.
  const [all, of] = [last(told, 'pupil', 'all'), last(told, counted, 'all')]
  const tie = all?.passage === each.passage && counted === 'class' ? 'probable' : 'likely'
  return all && of?.passage === each.passage ? { ...eachOf(each, all, of), tie } : undefined
}

const eachOf = (target: Claim, over: Claim, under: Claim): Relation =>
  averageOfSums(target, [over], [under], 'probable')
