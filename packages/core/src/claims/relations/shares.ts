import { rational } from '../../formula/index.ts'
import { anchorsOf } from '../extract/anchors.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isLike } from '../extract/likeness.ts'
import { pairedShares } from './paired-shares.ts'
import { input, percentOf, type Question, type Relation, type Tie, totalOf } from './relation.ts'

export const isLevel = ({ role }: Claim): boolean => role === 'level' || role === 'plan' || role === 'line'

/** Shares of a whole, rates such as 入学率, and lists of shares that make up a whole. */
export function shareQuestions(passage: Passage): readonly Question[] {
  const { claims } = passage
  const anchors = anchorsOf(claims)
  const paired = pairedShares(claims, anchors)
  const settled = new Set(paired.flatMap(({ readings }) => readings.map(({ target }) => target)))
  const own = claims.flatMap((share, at) => {
    if (share.role !== 'share' || settled.has(share)) return []
    const before = claims.slice(Math.max(0, at - 12), at)
    const readings = shareReadings({ share, before, next: claims.slice(at + 1, at + 3), anchors })
    return readings.length === 0 ? [] : [{ readings }]
  })
  return [...own, ...paired, ...wholes(claims)]
}

interface Around {
  readonly share: Claim
  readonly before: readonly Claim[]
  readonly next: readonly Claim[]
  readonly anchors: ReadonlyMap<Claim, Claim>
}

/** Every pair that the share may be of, the most probable first. */
function shareReadings({ share, before, next, anchors }: Around): Relation[] {
  const levels = before.filter(isLevel)
  const readings: Relation[] = []
  const last = before.at(-1)
  if (last !== undefined && isLevel(last) && /占/.test(last.near) && /^\)?的/.test(share.before)) {
    // 占教师总数3245人的60.2%: the whole stands inside the phrase.
    const part = levels.findLast((one) => one !== last && isLike(one, last))
    if (part !== undefined)
      readings.push(shareOf(share, part, last, part.sentence === share.sentence ? 'stated' : 'likely'))
  }
  const own = levels.filter(({ sentence }) => sentence === share.sentence).toReversed()
  for (const [rank, part] of own.slice(0, 3).entries()) {
    const wholes = [...levels, ...next.filter((one) => isLevel(one) && one.segment === share.segment)]
    const near = levels.filter((one) => one !== part && isLike(one, part) && one.sentence === share.sentence).length
    for (const whole of wholes)
      if (whole !== part && isLike(whole, part) && !rational.isZero(whole.value))
        readings.push(
          shareOf(
            share,
            part,
            whole,
            tieOf(share, part, whole, { rank, near, anchor: anchors.get(part) ?? lastTotal(share, part, anchors) }),
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

interface Standing {
  /** How many levels stand between the part and the share. */
  readonly rank: number
  /** Levels of the sentence that could be the whole. */
  readonly near: number
  readonly anchor: Claim | undefined
}

function tieOf(share: Claim, part: Claim, whole: Claim, { rank, near, anchor }: Standing): Tie {
  const isDirect = namesPart(share, part) ?? rank === 0
  if (/占|比重|比例/.test(share.before)) {
    if (!isDirect) return 'possible'
    if (isCloser(share, part, whole)) return 'probable'
    if (whole === anchor || namesWhole(share, whole)) return whole.sentence < share.sentence - 1 ? 'probable' : 'stated'
    if (whole.sentence !== share.sentence) return 'possible'
    return namesPart(share, part) && /合计|共|总/.test(whole.near) ? 'probable' : 'likely'
  }
  if (!/率|进度|为(?:计划|目标|任务)的/.test(share.near) || whole.sentence !== share.sentence) return 'possible'
  if (whole.id > share.id) return WHOLES.test(whole.near) && (isDirect || rank === 0) ? 'probable' : 'likely'
  if (DONE.test(part.near) && DUE.test(whole.near)) return 'probable'
  if ((isDirect || rank === 0) && near === 1) return whole.id < part.id ? 'probable' : 'likely'
  return isDirect ? 'likely' : 'possible'
}

/** 初中专任教师68人，本科62人，占91.2%: both stand alone in the stretch of the share. */
const isCloser = (share: Claim, part: Claim, whole: Claim): boolean =>
  whole.id === part.id - 1 && part.id === share.id - 1 && whole.segment === share.segment && /占$/.test(share.near)

const WHOLES = /应|总|参加|共|计划|实有|适龄/
const DONE = /已|支付|完成面积|完成|实际|到位|按时|如期|整改|办结|拆除|支出|执行/
const DUE = /应|原有|计划|共|总|预算|任务|目标|排查|发现|下达|安排|计划/

/** 公办占比43.9%, 上线率61.68%: the share may say whose it is; undefined when it does not. */
function namesPart(share: Claim, part: Claim): boolean | undefined {
  const own = /^(.*?)(?:占|率|比例|比重)/.exec(share.near)?.[1] ?? ''
  const subject = own.replace(/^[,、)(]*(?:其|已|约|各|共|均|分别|总|人数|数|的)*/, '')
  if (subject.length < 2) return undefined
  const words = `${part.quantity}${part.near}${/^[^,;。、(]{0,12}/.exec(part.after)?.[0] ?? ''}`
  return words.includes(subject.slice(0, 2)) || words.includes(subject.slice(-2))
}

/** 占专任教师的92.05%, where 专任教师 was counted before. */
function namesWhole(share: Claim, whole: Claim): boolean {
  const named =
    /占(?:全[县市区镇乡校省]|本[县区市镇校]|我[县区市镇校]|总)?([^,;。占]{2,10}?)(?:总数|总人数|总量|总额|人数)?(?:的|比例|比重|比|$)/.exec(
      share.near,
    )?.[1]
  return (
    named !== undefined &&
    (whole.quantity.endsWith(named) || `${whole.quantity}${whole.after.slice(0, 8)}`.includes(named))
  )
}

export const shareOf = (share: Claim, part: Claim, whole: Claim, tie: Tie): Relation => ({
  kind: 'share',
  tie,
  target: share,
  inputs: [part, whole],
  compute: (inputs) => percentOf(input(inputs, 0), input(inputs, 1)),
  words: ([part, whole]) => `${part} ÷ ${whole}`,
})

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
