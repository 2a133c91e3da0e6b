import { type Claim, isExact } from './claim.ts'
import type { Passage } from './find-claims.ts'
import { WHOLE } from './scope-words.ts'
import { ownStage, type Stage, stageOf } from './stage.ts'

/** What is counted of a stage: its schools, classes, pupils, teachers, or all who work there. */
export type Counted = 'school' | 'class' | 'pupil' | 'teacher' | 'staff'

/** What a count is of: one stage, all there are as no stage is told apart, or a stage that the text leaves unsaid. */
export type CountStage = Stage | 'all' | 'unknown'

/** Whether a count is of one stage. */
export const isStage = (stage: CountStage): stage is Stage => stage !== 'all' && stage !== 'unknown'

/** A number of all that there is of something in a stage, or in all of them. */
export interface Count {
  readonly claim: Claim
  readonly stage: CountStage
  readonly counted: Counted
}

const PLACES = [WHOLE, '县职教中心']
const STAGES = [
  '学前教育',
  '学前',
  '中等职业教育',
  '中等职业',
  '九年一贯制',
  '义务教育',
  '中小学',
  '小学',
  '初级中学',
  '初中',
  '中学',
  '普通高中',
  '高中',
  '普高',
  '中职',
  '职教中心',
  '职业教育',
  '特殊教育',
  '特教',
  '阶段',
] as const
const THINGS = [
  '学校',
  '教学班',
  '学生',
  '幼儿',
  '教职工中',
  '教职员?工',
  '专任教师',
  '教师',
  '老师',
  '人数',
  '规模',
] as const
/** What schools and pupils of all kinds are called. */
const ATTRIBUTES = ['全日制', '独立设置', '在籍'] as const
const VERBS = ['现有', '设有', '共设', '开设', '设立', '举办', '拥有', '编成'] as const
const PARTICLES = ['合计', '分别', '目前', '其中', '[共有在入校园部数总计达为的是等和与至、,:()生各级类班编]'] as const
/** Words that take nothing away from all that there is; of two that begin alike the longer one comes first. */
const FILLERS = new RegExp([...PLACES, ...STAGES, ...THINGS, ...ATTRIBUTES, ...VERBS, ...PARTICLES].join('|'), 'g')

/** Whether words say no more than what is counted and where: 全县小学, 占义务教育学生(41771人)的, not 农村小学 or 公办小学. */
const isOfAll = (words: string): boolean => words.replace(/^占/, '').replace(FILLERS, '') === ''

const KINDS: readonly (readonly [Counted, RegExp])[] = [
  ['class', /教学班|班级|班$/],
  ['staff', /教职员?工/],
  ['teacher', /专任教师|教师|老师/],
  ['pupil', /在校学生|在校生|在籍|在园幼儿|学生|幼儿(?!园)|在校|[在入]园|孩子|[学中]生$/],
  ['school', /学校|[小中]学$|幼儿园$|高中$|初中$|校$/],
]

/** What words alone count, if they count all of something: 全县小学生, 初中专任教师; undefined for 农村小学生. */
export function countedBy(words: string): { readonly counted: Counted; readonly stage: Stage | 'all' } | undefined {
  if (!isOfAll(words)) return undefined
  const own = words.replace(/教职工中(?=专任)/, '')
  const counted = KINDS.find(([, pattern]) => pattern.test(own))?.[0]
  return counted === undefined ? undefined : { counted, stage: stageIn(own) ?? 'all' }
}

/** All stages from one to another, or pupils and infants together. */
const SEVERAL = /(?:幼儿园|学前|小学)[^,;]*至|学生.*幼儿|幼儿.*学生/
/** 在校学生总数: of no stage, whatever was told before. */
const OF_ALL = new RegExp(`${SEVERAL.source}|总数$|各级各类|^${WHOLE}(?:在校)?(?:学生|在校生)`)

/** The one stage that words name; none where they name several. */
function stageIn(words: string): Stage | undefined {
  if (SEVERAL.test(words)) return undefined
  const named = ownStage({ near: words })
  if (named !== undefined) return named
  if (/幼儿/.test(words)) return 'preschool'
  return /中学/.test(words) ? 'junior' : undefined
}

/** All numbers of a passage that are of a stage or of all; an item of a list counts what the list counts. */
export function countsOf(passage: Passage): readonly Count[] {
  const former = known.get(passage)
  if (former !== undefined) return former
  const counts = countsIn(passage)
  known.set(passage, counts)
  return counts
}

const known = new WeakMap<Passage, readonly Count[]>()

/** 小学教职工1602人，其中专任教师1500人。全县在校学生20000人: the pupils of all are shared among no teachers of one stage. */
export function isOfOneStage(passages: readonly Passage[], claims: readonly Claim[]): boolean {
  const own = passages.flatMap(countsOf).filter(({ claim, stage }) => claims.includes(claim) && stage !== 'unknown')
  return own.every(({ stage }) => stage === own[0]?.stage)
}

function countsIn(passage: Passage): readonly Count[] {
  const counts: Count[] = []
  let listed: Counted | undefined
  for (const claim of passage.claims.filter(isTold)) {
    const tie = tieTo(counts.at(-1)?.claim, claim)
    const counted = countedOf(claim) ?? countedAfter(tie, claim, listed)
    if (counted !== undefined) counts.push({ claim, counted, stage: stageOfCount(passage, counts, claim, tie) })
    listed = counted ?? (tie === 'item' ? listed : undefined)
  }
  return counts
}

const isTold = ({ role, token }: Claim): boolean => role === 'level' && isExact(token)

/** How a number hangs on the last count: as the pupils of its classes, as an item of its list, or not at all. */
type CountTie = 'pupils' | 'item' | undefined

function tieTo(last: Claim | undefined, claim: Claim): CountTie {
  if (last === undefined) return undefined
  const [former, own] = [last.token.unit, claim.token.unit]
  // 小学46个班、1518人: people right after classes are their pupils.
  const isAfterClasses = last.id === claim.id - 1 && former.dimension === 'class' && own.dimension === 'person'
  if (isAfterClasses && /^[、,]$/.test(claim.before)) return 'pupils'
  // 在校生41280人。其中小学27460人: a list may have a sentence of its own.
  const isBegun = last.id === claim.id - 1 && /^[,、]?其中[,:]?[^,;:]{0,8}$/.test(claim.before)
  const isBeside = last.sentence === claim.sentence || (isBegun && last.sentence === claim.sentence - 1)
  return isBeside && former.word === own.word ? 'item' : undefined
}

/** What a number counts that does not say so itself. */
function countedAfter(tie: CountTie, { quantity }: Claim, listed: Counted | undefined): Counted | undefined {
  if (tie === 'pupils') return 'pupil'
  return tie === 'item' && isOfAll(quantity) ? listed : undefined
}

/** The stage that a number is of, by its own words, by the classes or the list it belongs to, or by what was said before. */
function stageOfCount(passage: Passage, before: readonly Count[], claim: Claim, tie: CountTie): CountStage {
  const named = stageIn(claim.quantity)
  if (named !== undefined) return named
  if (OF_ALL.test(claim.quantity)) return 'all'
  if (tie === 'pupils') return before.at(-1)?.stage ?? 'unknown'
  if (tie === 'item') return stageOfItem(before, claim)
  return stageAlone(before, claim) ?? stageBefore(passage, claim) ?? 'all'
}

/**
 * 小学教职工1602人，其中专任教师1500人: an item is of the stage that it is some of. Beside others it is of all where they are of all,
 * and of one unsaid where they are of stages.
 */
function stageOfItem(before: readonly Count[], claim: Claim): CountStage {
  const last = before.at(-1)
  if (last !== undefined && /其中/.test(claim.before)) return last.stage
  const beside = before.filter((one) => one.claim.sentence === claim.sentence)
  return beside.every(({ stage }) => stage === 'all') ? 'all' : 'unknown'
}

/** 义务教育阶段共有学校980所，在校生615260人: the one stage that its stretch has named so far. */
function stageAlone(counts: readonly Count[], claim: Claim): CountStage | undefined {
  const own = counts.filter((one) => one.claim.segment === claim.segment && one.claim.sentence === claim.sentence)
  const stages = new Set(own.map(({ stage }) => stage))
  return stages.size === 1 ? own[0]?.stage : undefined
}

/** 小学在校生…: the stage may be said at the head of the sentence. */
const stageBefore = (passage: Passage, claim: Claim): Stage | undefined => {
  const start = passage.sentences[claim.sentence]?.start ?? 0
  return /^[^,;。]{0,12}$/.test(passage.text.slice(start, claim.token.start).replace(/\([^()]*\)/g, ''))
    ? stageOf(passage, claim)
    : ownStage(claim)
}

/** What a number counts by its unit and its own words. */
function countedOf({ token, quantity, after }: Claim): Counted | undefined {
  const { dimension, word } = token.unit
  if (dimension === 'place') return isOfAll(quantity) ? 'school' : undefined
  if (dimension === 'class') return isOfAll(quantity) ? 'class' : undefined
  // 教学班671个: classes are counted as 个, too.
  if (word === '个') return countedBy(quantity)?.counted === 'class' ? 'class' : undefined
  return dimension === 'person' ? peopleBy(quantity, after) : undefined
}

/** 小学18360人 are no schools; 小学18360名学生 are what the noun after the number says. */
function peopleBy(words: string, after: string): Counted | undefined {
  const own = countedBy(words)?.counted
  if (own !== 'school') return own
  const noun = /^[\u4e00-\u9fff]{0,6}/.exec(after)?.[0] ?? ''
  const counted = countedBy(`${words}${noun}`)?.counted
  return counted === 'school' ? undefined : counted
}
