import type { Claim } from './claim.ts'
import type { Passage } from './find-claims.ts'
import { ownStage, type Stage, stageOf } from './stage.ts'

/** What is counted of a stage: its schools, classes, pupils, teachers, or all who work there. */
export type Counted = 'school' | 'class' | 'pupil' | 'teacher' | 'staff'

/** A number of all that there is of something in a stage, or in all of them. */
export interface Count {
  readonly claim: Claim
  readonly stage: Stage | undefined
  readonly counted: Counted
}

const STAGES =
  '学前教育|学前|中等职业教育|中等职业学校|中等职业|幼儿园|九年一贯制|义务教育阶段|义务教育|中小学|小学|初级中学|初中|中学|普通高中|高中|普高|中职|职教中心|职业教育|特殊教育|特教'
const KINDS: readonly (readonly [Counted, RegExp])[] = [
  ['class', /教学班|班级|班$/],
  ['staff', /教职员?工/],
  ['teacher', /专任教师|教师|老师/],
  ['pupil', /在校学生|在校生|在籍|在园幼儿|学生|幼儿(?!园)|在校|[在入]园|孩子|[学中]生$/],
  ['school', /学校|[小中]学$|幼儿园$|高中$|初中$|校$/],
]
const FILLERS = new RegExp(
  `教职工中|全日制|县职教中心|全[县市区旗镇乡省州]|我[县市区镇乡校]|本[县市区镇乡校]|学校|现有|共计|合计|总计|分别|目前|其中|${STAGES}|专任教师|教职员?工|教师|老师|在校学生|在校生|在园幼儿|学生|幼儿|教学班|班级|总人数|总规模|规模|总数|人数|阶段|各级各类|独立设置|在籍|编为|编成|设有|共设|开设|设立|举办|拥有|公办|[共有在入校园部数总计达为的是等和与至、,:()生各级类班编]`,
  'g',
)

/** What words alone count, if they count all of something: 全县小学生, 初中专任教师; undefined for 农村小学生. */
export function countedBy(words: string): { readonly counted: Counted; readonly stage: Stage | undefined } | undefined {
  if (words.replace(FILLERS, '').length > 0 || /公办/.test(words)) return undefined
  const own = words.replace(/教职工中(?=专任)/, '')
  const counted = KINDS.find(([, pattern]) => pattern.test(own))?.[0]
  return counted === undefined ? undefined : { counted, stage: stageIn(own) }
}

/** The one stage that words name; none where they name all from one to another, or pupils and infants together. */
const stageIn = (words: string): Stage | undefined =>
  SEVERAL.test(words)
    ? undefined
    : (ownStage({ near: words }) ?? (/幼儿/.test(words) ? 'preschool' : /中学/.test(words) ? 'junior' : undefined))

/** 在校学生总数: of no stage, whatever was told before. */
const OF_ALL =
  /(?:幼儿园|学前|小学)[^,;]*至|学生.*幼儿|幼儿.*学生|总数$|各级各类|^全[县市区镇乡](?:在校)?(?:学生|在校生)/
const SEVERAL = /(?:幼儿园|学前|小学)[^,;]*至|学生.*幼儿|幼儿.*学生/

/** All numbers of a passage that are of a stage or of all; an item of a list counts what the list counts. */
export function countsOf(passage: Passage): readonly Count[] {
  const former = known.get(passage)
  if (former !== undefined) return former
  const counts = countsIn(passage)
  known.set(passage, counts)
  return counts
}

const known = new WeakMap<Passage, readonly Count[]>()

function countsIn(passage: Passage): readonly Count[] {
  const counts: Count[] = []
  let listed: Counted | undefined
  let from: Claim | undefined
  for (const claim of passage.claims) {
    if (claim.role !== 'level' || claim.token.upTo !== undefined || claim.token.qualifier !== undefined) continue
    const goesOn =
      from !== undefined && from.sentence === claim.sentence && from.token.unit.word === claim.token.unit.word
    const counted =
      countedOf(claim) ?? (isAfterClasses(claim, from) ? 'pupil' : goesOn && isOnlyStage(claim) ? listed : undefined)
    if (counted === undefined) {
      if (!goesOn) listed = undefined
      continue
    }
    counts.push({
      claim,
      counted,
      stage:
        stageIn(claim.quantity) ??
        (OF_ALL.test(claim.quantity)
          ? undefined
          : isAfterClasses(claim, from)
            ? counts.at(-1)?.stage
            : goesOn
              ? undefined
              : (stageAlone(counts, claim) ?? stageBefore(passage, claim))),
    })
    listed = counted
    from = claim
  }
  return counts
}

/** 小学46个班、1518人: people right after classes are their pupils. */
const isAfterClasses = (claim: Claim, last: Claim | undefined): boolean =>
  last !== undefined &&
  last.id === claim.id - 1 &&
  last.token.unit.dimension === 'class' &&
  claim.token.unit.dimension === 'person' &&
  /^[、,]$/.test(claim.before)

/** 义务教育阶段共有学校980所，在校生615260人: the one stage that its stretch has named so far. */
function stageAlone(counts: readonly Count[], claim: Claim): Stage | undefined {
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

const isOnlyStage = ({ quantity }: Claim): boolean => quantity.replace(FILLERS, '') === '' && !/公办/.test(quantity)

function countedOf(claim: Claim): Counted | undefined {
  const { dimension } = claim.token.unit
  const noun = /^[\u4e00-\u9fff]{0,6}/.exec(claim.after)?.[0] ?? ''
  const words = claim.quantity
  if (dimension === 'place') return words.replace(FILLERS, '') === '' && !/公办/.test(words) ? 'school' : undefined
  if (dimension === 'class') return words.replace(FILLERS, '') === '' ? 'class' : undefined
  // 教学班671个: classes are counted as 个, too.
  if (claim.token.unit.word === '个') return countedBy(words)?.counted === 'class' ? 'class' : undefined
  if (dimension !== 'person') return undefined
  const counted = countedBy(words)?.counted
  const whole = counted === 'school' ? countedBy(`${words}${noun}`)?.counted : counted
  // 小学18360人 are no schools.
  return whole === 'school' ? undefined : whole
}
