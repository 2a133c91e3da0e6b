import { rational } from '../../formula/index.ts'
import { anchorsOf } from '../extract/anchors.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isLike } from '../extract/likeness.ts'
import { pairedShares } from './paired-shares.ts'
import { OF_PLAN, PLANNED } from './plan-shares.ts'
import { type Question, type Relation, type Tie, totalOf } from './relation.ts'
import { shareOf } from './share-of.ts'

/** Ranges and 66人以上 divide into nothing. */
export const isLevel = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan' || role === 'line') && token.upTo === undefined && token.qualifier !== 'above'

/** Shares of a whole, rates such as 入学率, and lists of shares that make up a whole. */
export function shareQuestions(passage: Passage): readonly Question[] {
  const { claims } = passage
  const anchors = anchorsOf(claims)
  const paired = pairedShares(claims, anchors)
  const settled = new Set(paired.flatMap(({ readings }) => readings.map(({ target }) => target)))
  const own = claims.flatMap((share, at) => {
    if (share.role !== 'share' || settled.has(share) || isOfAll(share, claims[at - 1])) return []
    const before = claims.slice(Math.max(0, at - 12), at)
    const named = namedWholes(claims.slice(0, at), share)
    const all = shareReadings({ share, before, next: claims.slice(at + 1, at + 3), anchors, named })
    const readings = isFull(share) ? all.filter(({ tie }) => tie === 'probable' || tie === 'stated') : all
    return readings.length === 0 ? [] : [{ readings }]
  })
  return [...own, ...paired, ...wholes(claims)]
}

/** 34个项目全部开工，开工率100%: of these very ones, and not of any other number. */
const isOfAll = (share: Claim, last: Claim | undefined): boolean =>
  rational.equals(share.value, rational.HUNDRED) && last !== undefined && /全部|全都|均已?[^,;]{2}/.test(last.after)

/** 学历达标率100%: such rates stand beside any numbers, so only plain words tell what they are of. */
const isFull = ({ value, near }: Claim): boolean => rational.equals(value, rational.HUNDRED) && /率/.test(near)

/** 占教师总数3245人的, 完成年初预算数60999万元的: the whole follows such words. */
const INSIDE = /占|完成|达到?|为|是|相当于/

interface Around {
  readonly share: Claim
  readonly before: readonly Claim[]
  readonly next: readonly Claim[]
  readonly anchors: ReadonlyMap<Claim, Claim>
  /** Wholes that bear the very name that the share gives its whole. */
  readonly named: readonly Claim[]
}

/** Every pair that the share may be of, the most probable first. */
function shareReadings({ share, before, next, anchors, named }: Around): Relation[] {
  const levels = before.filter((one) => isLevel(one) || isFormer(share, one))
  const readings: Relation[] = []
  const last = before.at(-1)
  if (last !== undefined && isLevel(last) && INSIDE.test(last.near) && /^\)?的/.test(share.before)) {
    // 占教师总数3245人的60.2%: the whole stands inside the phrase.
    const part = levels.findLast((one) => one !== last && isLike(one, last))
    if (part !== undefined)
      readings.push(shareOf(share, part, last, part.sentence === share.sentence ? 'stated' : 'likely'))
  }
  const own = levels.filter(({ sentence }) => sentence === share.sentence).toReversed()
  const further = own.slice(3).filter((part) => namesPart(share, part))
  for (const [rank, part] of [...own.slice(0, 3), ...further].entries()) {
    const exact = named.filter((one) => one !== part && isLike(one, part))
    const inner = anchors.get(part) ?? lastTotal(share, part, anchors)
    const wholes = [
      ...new Set([...levels, ...exact]),
      ...next.filter((one) => isLevel(one) && one.segment === share.segment),
    ]
    const near = levels.filter((one) => one !== part && isLike(one, part) && one.sentence === share.sentence).length
    for (const whole of wholes)
      if (
        whole !== part &&
        isLike(whole, part) &&
        !rational.isZero(whole.value) &&
        (exact.length === 0 || exact.includes(whole) || whole === inner)
      )
        readings.push(
          shareOf(
            share,
            part,
            whole,
            tieOf(share, part, whole, {
              rank,
              near,
              anchor: inner,
              isGiven: exact.includes(whole),
              between: levels.filter(({ id }) => id > whole.id && id < part.id).length,
            }),
          ),
        )
  }
  return readings
}

/** The total of the list before, for a share that names no whole: 本科641名，占73.17%. */
function lastTotal(share: Claim, part: Claim, anchors: Around['anchors']): Claim | undefined {
  if (!/占$|占比(?:为|达)?$/.test(share.near)) return undefined
  const totals = [...anchors.values()].filter((total) => total.id < part.id && isLike(total, part))
  return totals.at(-1)
}

/** 由41个降至9个，消除32个，消除率78%: of what there was. */
const isFormer = (share: Claim, one: Claim): boolean =>
  one.role === 'base' && one.sentence === share.sentence && /[消压化削脱减清][\u4e00-\u9fff]率/.test(share.near)

interface Standing {
  /** How many levels stand between the part and the share. */
  readonly rank: number
  /** Levels of the sentence that could be the whole. */
  readonly near: number
  readonly anchor: Claim | undefined
  /** The share names this whole, or one before it in the same words did. */
  readonly isGiven: boolean
  /** Levels between the whole and the part. */
  readonly between: number
}

function tieOf(share: Claim, part: Claim, whole: Claim, { rank, near, anchor, isGiven, between }: Standing): Tie {
  const isDirect = namesPart(share, part) ?? rank === 0
  if (/占|比重|比例/.test(share.before)) {
    if (/升[学高]/.test(share.near) && isRateOf(share, part, whole)) return 'probable'
    if (
      !isDirect ||
      isOfOthers(share, part) ||
      isElsewhere(share, whole) ||
      (OF_PLAN.test(share.near) && !PLANNED.test(whole.near))
    )
      return 'possible'
    if (isCloser(share, part, whole, between)) return 'probable'
    if (whole === anchor || isGiven || namesWhole(share, whole))
      return whole.sentence < share.sentence - 1 ? 'probable' : 'stated'
    if (whole.sentence !== share.sentence || namesAnother(share, whole)) return 'possible'
    return namesPart(share, part) && /合计|共|总/.test(whole.near) ? 'probable' : 'likely'
  }
  if (isGiven && /的$/.test(share.near)) return isDirect ? 'probable' : 'likely'
  if (!/率|进度|为(?:计划|目标|任务)的/.test(share.near) || whole.sentence !== share.sentence) return 'possible'
  if (whole.id > share.id) return WHOLES.test(whole.near) && (isDirect || rank === 0) ? 'probable' : 'likely'
  if (isOtherRate(share, part)) return 'possible'
  if (DONE.test(part.near) && DUE.test(whole.near)) return 'probable'
  if (isRateOf(share, part, whole)) return 'probable'
  if (isMoreThanAll(share, part, whole)) return 'possible'
  if ((isDirect || rank === 0) && near === 1) return 'likely'
  return isDirect ? 'likely' : 'possible'
}

/** 新增学位1620个，公办幼儿园在园幼儿占比57.3%: the share is of people, the number is not. */
const isOfOthers = (share: Claim, part: Claim): boolean =>
  /(?:幼儿|学生|教师|儿童|人数)占比?/.test(share.near) && part.token.unit.dimension !== 'person'

/** A rate below 100 per cent is not of a smaller number. */
const isMoreThanAll = (share: Claim, part: Claim, whole: Claim): boolean =>
  rational.compare(part.value, whole.value) > 0 && rational.compare(share.value, rational.HUNDRED) <= 0

/** 占世界的60%, 占财政支出的20%, where the whole that stands nearest is another. */
function isElsewhere(share: Claim, whole: Claim): boolean {
  const named =
    /占(?:同期|当年|地方|全部)?(世界|全球|全国|全省|GDP|国内生产|地区生产|生产总值|.{0,6}支出|.{0,6}收入)/.exec(
      share.near,
    )?.[1]
  return named !== undefined && !essence(`${whole.near}${whole.after.slice(0, 8)}`).includes(essence(named))
}

/** 初中专任教师68人，本科62人，占91.2%: both stand alone in the stretch of the share, but for a rate between them. */
const isCloser = (share: Claim, part: Claim, whole: Claim, between: number): boolean =>
  isNamedWholly(share, part) &&
  between === 0 &&
  part.id === share.id - 1 &&
  whole.segment === share.segment &&
  /占(?:比(?:例|重)?)?(?:为|达|达到|约)?$/.test(share.near)

/** 学位5480个，幼儿园1620个，公办幼儿园在园幼儿占比57.3%: who is spoken of is not who was counted. */
function isNamedWholly(share: Claim, part: Claim): boolean {
  const subject = /^[,、)(]*(.*?)占/.exec(share.near)?.[1] ?? ''
  return subject.length < 4 || (part.near + part.after).includes(subject)
}

const WHOLES = /应|总|参加|共|计划|实有|适龄/
const DONE = /已|实[有配到]|支付|完成面积|完成|实际|到位|按时|如期|整改|办结|拆除|支出|执行/
const DUE = /应|原有|计划|共|总|预算|任务|目标|排查|发现|下达|安排|计划/

/** 公办占比43.9%, 上线率61.68%: the share may say whose it is; undefined when it does not. */
function namesPart(share: Claim, part: Claim): boolean | undefined {
  const own = /^(.*?)(?:占|率|比例|比重)/.exec(share.near)?.[1] ?? ''
  const subject = own.replace(/^[,、)(]*(?:其|已|约|各|共|均|分别|总|人数|数|的)*/, '')
  if (subject.length < 2) return undefined
  const words = `${part.quantity}${part.near}${/^[^,;。、(]{0,12}/.exec(part.after)?.[0] ?? ''}`
  return words.includes(subject.slice(0, 2)) || words.includes(subject.slice(-2))
}

/** 在园1521人，学龄幼儿2049人，入园率74%: the rate is called after what is counted, or of what it is. */
function isRateOf(share: Claim, part: Claim, whole: Claim): boolean {
  const stem = /([\u4e00-\u9fff]{2})(?:率|的?比例)[^率]*$/.exec(share.near)?.[1]
  if (stem === undefined) return false
  const words = ({ near, after }: Claim) => `${near}${/^[^,;。、(]{0,8}/.exec(after)?.[0] ?? ''}`
  const doers = RATES.find(([rate]) => rate.test(stem))
  if (doers === undefined)
    return rational.compare(part.value, whole.value) <= 0 && words(part).includes(stem) && !words(whole).includes(stem)
  return doers[1].test(words(part)) && doers[2].test(words(whole))
}

/** 未开工3个，开工率93.3%: the rate is not called after what stands before it. */
function isOtherRate(share: Claim, part: Claim): boolean {
  const stem = /(?:开工|完工|竣工|覆盖|普及|满意|优良|合格)率/.exec(share.near)?.[0].slice(0, 2)
  return stem !== undefined && (!part.near.includes(stem) || /未|不/.test(part.near))
}

/** Rates with the words for those who count and for those who might. */
const RATES: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/入园|入学/, /在园|入园|入学|在校|实际|就读/, /学龄|适龄|应|人口|总/],
  [/升学|升高|录取|上线|升入/, /升|录取|上线|本科/, /毕业|报名|考生|报考|参加/],
  [/配齐|配备|到岗|在岗|满编|达标|到位/, /实|已|到岗|到位|达标/, /应|标准|编制|核定|计划|下达|安排/],
  [/毕业|合格|优秀|及格|巩固/, /毕业|合格|优秀|及格|巩固/, /人数|应|班|总|参加|学生|毕业/],
]

const essence = (text: string): string => text.replace(/[共总计数量额的后]|人数|全[县市区省镇乡校国]/g, '')

/** The wholes named as the share names its own; a bare 占比 goes on with the whole of the share before. */
function namedWholes(before: readonly Claim[], share: Claim): readonly Claim[] {
  const isBare = /占比?(?:为|达|约)?$/.test(share.near)
  const naming = isBare ? before.findLast((one) => one.role === 'share' && NAMED.test(one.near)) : share
  if (naming === undefined) return []
  return before.filter((one) => isLevel(one) && one.id < naming.id && isNamed(naming, one)).slice(-3)
}

/** 占专任教师的60%: of 专任教师1812人, not of 专任教师中硕士1692人. */
function isNamed(share: Claim, whole: Claim): boolean {
  const named = NAMED.exec(share.near)?.[1]
  return named !== undefined && essence(named).length >= 2 && essence(whole.quantity).endsWith(essence(named))
}

const NAMED =
  /(?:占|^为|[,、]为|^完成|相当于|^达到?)(?:全[县市区镇乡校省]|本[县区市镇校]|我[县区市镇校]|总)?([^,;。占]{2,10}?)(?:总数|总人数|总量|总额|人数)?(?:的|比例|比重|比|$)/

/** 占就业学生数的10%, after 毕业生255万人: what the share names has no two characters of this whole's words. */
function namesAnother(share: Claim, whole: Claim): boolean {
  const named = essence(NAMED.exec(share.near)?.[1] ?? '')
  const words = essence(`${whole.near}${whole.token.unitText}${whole.after.slice(0, 8)}`)
  return named.length >= 3 && ![...named].some((_, at) => at > 0 && words.includes(named.slice(at - 1, at + 1)))
}

/** 占专任教师的92.05%, where 专任教师 was counted before. */
function namesWhole(share: Claim, whole: Claim): boolean {
  const named = NAMED.exec(share.near)?.[1]
  return (
    named !== undefined &&
    essence(named) !== '' &&
    essence(`${whole.near}${whole.token.unitText}${whole.after.slice(0, 8)}`).includes(essence(named))
  )
}

/** Shares of one list that should make up 100 per cent. */
function wholes(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (first.role !== 'share' || !/占|比例|比重/.test(first.before) || claims[at - 1]?.role === 'share') return []
    const list = claims.filter(
      (claim, order) => order >= at && claim.sentence === first.sentence && claim.role === 'share',
    )
    if (list.length < 2 || list.some(({ near }) => /率/.test(near))) return []
    return [{ readings: [wholeOf(first, list.slice(1), /分别/.test(first.before) ? 'likely' : 'possible')] }]
  })
}

const wholeOf = (first: Claim, others: readonly Claim[], tie: Tie): Relation => ({
  kind: 'whole',
  tie,
  target: first,
  inputs: others,
  compute: (inputs) => {
    const rest = totalOf(inputs)
    return {
      low: rest.high && rational.sub(rational.HUNDRED, rest.high),
      high: rest.low && rational.sub(rational.HUNDRED, rest.low),
    }
  },
  words: (shown) => `100% − ${shown.join(' − ')}`,
})
