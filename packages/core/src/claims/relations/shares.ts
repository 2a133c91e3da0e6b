import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isSameDimension } from '../numbers/units.ts'
import { input, percentOf, type Question, type Relation, type Tie, totalOf } from './relation.ts'

const isLevel = ({ role }: Claim): boolean => role === 'level' || role === 'plan' || role === 'line'

/** Shares of a whole, rates such as 入学率, and lists of shares that make up a whole. */
export function shareQuestions(passage: Passage): readonly Question[] {
  const { claims } = passage
  const paired = pairedShares(claims)
  const settled = new Set(paired.flatMap(({ readings }) => readings.map(({ target }) => target)))
  const own = claims.flatMap((claim, at) =>
    claim.role === 'share' && !settled.has(claim)
      ? shareQuestion(claim, claims.slice(Math.max(0, at - 14), at), claims.slice(at + 1, at + 3))
      : [],
  )
  return [...own, ...paired, ...wholes(claims)]
}

function shareQuestion(share: Claim, before: readonly Claim[], next: readonly Claim[]): Question[] {
  const levels = before.filter(isLevel)
  const last = levels.at(-1)
  const readings: Relation[] = []
  const directly = before.at(-1)
  if (last !== undefined && directly === last && isWholeAt(last, share)) {
    const part = levels.findLast((one) => one !== last && isLike(one, last))
    if (part !== undefined)
      readings.push(shareOf(share, part, last, part.sentence === share.sentence ? 'stated' : 'likely'))
  }
  const isTakenOf = /占|比重|比例|占比/.test(share.before)
  const parts = levels
    .filter(({ sentence }) => sentence === share.sentence)
    .toReversed()
    .slice(0, 4)
  for (const [rank, part] of parts.entries()) {
    const wholes = levels.filter((one) => one !== part && isLike(one, part))
    for (const whole of wholes)
      readings.push(
        shareOf(share, part, whole, tieOfShare(share, part, whole, { rank, isTakenOf, count: wholes.length })),
      )
  }
  for (const whole of next.filter((one) => isLevel(one) && one.sentence === share.sentence))
    for (const part of parts.slice(0, 1))
      if (isLike(part, whole)) readings.push(shareOf(share, part, whole, 'possible'))
  return readings.length === 0 ? [] : [{ readings: readings.filter((one) => isSensible(one)) }]
}

/** 占教师总数3245人的60.2%: the whole stands inside the phrase. */
const isWholeAt = (whole: Claim, share: Claim): boolean => /占/.test(whole.near) && /^的/.test(share.before)

const isLike = (a: Claim, b: Claim): boolean => isSameDimension(a.token.unit.dimension, b.token.unit.dimension)

/** A part is no larger than its whole; rates above 100 per cent are ratios of another kind. */
function isSensible({ inputs: [part, whole], target }: Relation): boolean {
  if (part === undefined || whole === undefined || rational.isZero(whole.value)) return false
  const twice = rational.mul(whole.value, rational.fromPair(13n, 10n))
  return rational.compare(part.value, twice) <= 0 || rational.compare(target.value, rational.HUNDRED) > 0
}

interface Standing {
  readonly rank: number
  readonly isTakenOf: boolean
  readonly count: number
}

function tieOfShare(share: Claim, part: Claim, whole: Claim, { rank, isTakenOf, count }: Standing): Tie {
  const isKin = part.kind === undefined || whole.kind === undefined || part.kind === whole.kind
  if (rank > 0 || !isKin || whole.id > part.id + 3) return 'possible'
  if (isTakenOf) {
    if (whole.sentence === share.sentence && /其中/.test(part.before) && count === 1) return 'stated'
    if (namesWhole(share, whole)) return 'stated'
    return whole.sentence === share.sentence ? 'likely' : 'possible'
  }
  return /率|比例|比重/.test(share.near) && whole.sentence === share.sentence && count === 1 ? 'likely' : 'possible'
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

const shareOf = (share: Claim, part: Claim, whole: Claim, tie: Tie): Relation => ({
  kind: 'share',
  tie,
  target: share,
  inputs: [part, whole],
  compute: (inputs) => percentOf(input(inputs, 0), input(inputs, 1)),
  words: ([part, whole]) => `${part} ÷ ${whole}`,
})

/** 小学1800人、初中1445人，分别占55.47%、44.53%. */
function pairedShares(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (first.role !== 'share' || !/分别/.test(first.before)) return []
    const shares = runOf(claims.slice(at), (one) => one.role === 'share')
    const parts = claims
      .slice(0, at)
      .filter((one) => isLevel(one) && one.sentence === first.sentence)
      .slice(-shares.length)
    if (shares.length < 2 || parts.length !== shares.length) return []
    const before = claims.slice(Math.max(0, at - 14), at).filter((one) => isLevel(one) && !parts.includes(one))
    return shares.flatMap((share, order) => {
      const part = parts[order]
      if (part === undefined) return []
      const wholes = before.filter((one) => isLike(one, part))
      const together: Relation = {
        ...shareOf(share, part, part, 'likely'),
        inputs: parts,
        compute: (inputs) => percentOf(input(inputs, order), totalOf(inputs)),
        words: (shown) => `${shown[order]} ÷ (${shown.join(' + ')})`,
      }
      return [{ readings: [...wholes.map((whole) => shareOf(share, part, whole, 'likely')), together] }]
    })
  })
}

function runOf(claims: readonly Claim[], holds: (claim: Claim) => boolean): readonly Claim[] {
  const end = claims.findIndex((one) => !holds(one) || one.sentence !== claims[0]?.sentence)
  return end < 0 ? claims : claims.slice(0, end)
}

/** Shares of one list that should make up 100 per cent. */
function wholes(claims: readonly Claim[]): readonly Question[] {
  const questions: Question[] = []
  for (const [at, first] of claims.entries()) {
    if (first.role !== 'share' || !/占|比例|比重/.test(first.before) || claims[at - 1]?.role === 'share') continue
    const sentence = claims.filter((one, order) => order >= at && one.sentence === first.sentence)
    const list = sentence.filter(({ role }) => role === 'share')
    if (list.length < 2 || list.some(({ near }) => /率/.test(near))) continue
    const isPaired = /分别/.test(first.before)
    questions.push({ readings: [wholeOf(list, isPaired ? 'likely' : 'possible')] })
  }
  return questions
}

const wholeOf = (list: readonly Claim[], tie: Tie): Relation => {
  const [first, ...others] = list
  if (first === undefined) throw new RangeError('an empty list of shares')
  return {
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
  }
}
