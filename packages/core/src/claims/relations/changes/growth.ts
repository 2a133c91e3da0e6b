import { type Bounds, bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { asPrinted, growthByChange, growthOf, HUNDREDTH, ofNamedAmount, signed } from '../made/growth-rate.ts'
import { difference, input, percentOf, type Question, type Relation, type Tie } from '../relation.ts'
import { sidesOf } from './point-wording.ts'
import { seriesChanges } from './series-changes.ts'
import { seriesGrowth } from './series-growth.ts'
import { stepsBetween } from './steps-between.ts'
import { toldInTurn } from './told-in-turn.ts'

const isAmount = ({ role }: Claim): boolean => role === 'level' || role === 'each' || role === 'share'

/** 完成年初预算数60999万元的40.4%: what something is held against does not grow with it. */
const isOwnAmount = (claim: Claim): boolean =>
  isAmount(claim) &&
  !isRestated(claim) &&
  claim.token.unit.dimension !== 'percent' &&
  !(/预算|计划|目标|任务/.test(claim.near) && /^\)?的$/.test(claim.after))

/** 50352.0万元(约5.04亿元): the one before says it better. */
const isRestated = ({ before }: Claim): boolean => /^\((?:约|即|合)/.test(before)

/** What a change, a rate of change or a difference in percentage points follows from. */
export function growthQuestions(passage: Passage): readonly Question[] {
  const series = [
    ...seriesGrowth(passage.claims),
    ...seriesChanges(passage.claims),
    ...toldInTurn(passage),
    ...stepsBetween(passage.claims),
  ]
  const settled = new Set(
    series.flatMap(({ readings }) => readings.flatMap(({ target, inputs }) => [target, ...inputs])),
  )
  const own = passage.claims.flatMap((claim, at) => {
    if (settled.has(claim)) return []
    const before = passage.claims.slice(Math.max(0, at - 10), at)
    switch (claim.role) {
      case 'rate':
        return asQuestion([
          ...rateReadings(claim, before, passage.claims.slice(at + 1, at + 3)),
          ...ofRates(passage.claims, at),
          ...ofNamedAmount(passage.claims, at),
        ])
      case 'change':
      case 'points':
        return asQuestion(changeReadings(claim, before, passage.claims.slice(at + 1, at + 3)))
      case 'share':
        return COMPARES.test(claim.near) ? asQuestion(pointsAsPercent(claim, before)) : []
      default:
        return []
    }
  })
  return [...series, ...own]
}

/** 由98.1%提高到98.8%，提高0.7%: the points between two rates, though it says per cent; or growth in per cent. */
function ofRates(claims: readonly Claim[], at: number): Relation[] {
  const [rate, sides] = [claims[at], sidesOf(claims, at)]
  if (rate === undefined || sides === undefined) return []
  const { now, base } = sides
  return [{ ...changeOf(rate, now, base, 'stated'), kind: 'points' }, growthOf(rate, now, base, 'stated')]
}

const asQuestion = (readings: readonly Relation[]): Question[] => (readings.length === 0 ? [] : [{ readings }])

/** A change may also be followed by the new level: 增加120人，达到2340人. */
function rateReadings(rate: Claim, before: readonly Claim[], next: readonly Claim[]): Relation[] {
  // 第三年比第一年多出44.3%: of two that are named, and not of a year and the one before.
  if (/比第[^,;]{1,8}[多少高低]出?$/.test(rate.near)) return []
  if (/年均|年平均/.test(rate.near)) return yearlyReadings(rate, before)
  const readings: Relation[] = []
  const amounts = [...before.filter(isOwnAmount).toReversed().slice(0, 5), ...arrivals(rate, next)]
  const changes = [
    ...before
      .filter(({ role, sentence }) => role === 'change' && sentence === rate.sentence)
      .filter((change) => !before.some(({ role, id }) => role === 'base' && id === rate.id - 1 && id > change.id))
      .toReversed()
      .slice(0, 2),
    ...next
      .slice(0, 1)
      .filter(({ role, segment, sign }) => role === 'change' && segment === rate.segment && sign === rate.sign),
  ]
  for (const [at, now] of amounts.entries()) {
    if (now.token.unit.dimension === 'percent') continue
    for (const base of basesOf(rate, now, before, next))
      readings.push(growthOf(rate, now, base, tieOf(rate, now, base, at)))
    for (const change of changes)
      if (isSameUnit(change.token.unit, now.token.unit) && (change.sign === rate.sign || isFewer(change, rate)))
        readings.push(
          growthByChange(rate, now, change, now.sentence === rate.sentence && at === 0 ? 'stated' : 'likely'),
        )
  }
  for (const change of changes)
    for (const base of before.filter((one) => one.role === 'base' && one.sentence === rate.sentence))
      readings.push(growthFromBase(rate, base, change))
  return readings
}

/** 少了9起，降幅33.3%. */
const isFewer = (change: Claim, rate: Claim): boolean => rate.sign < 0 && /^[,、]?[少低减]/.test(change.near)

const arrivals = (change: Claim, next: readonly Claim[]): readonly Claim[] =>
  next
    .filter((claim) => isAmount(claim) && claim.sentence === change.sentence && /达|至|到|为/.test(claim.near))
    .slice(0, 1)

/** What a level may be compared with: a base named as such, or the same quantity of the year before. */
function basesOf(change: Claim, now: Claim, before: readonly Claim[], next: readonly Claim[]): readonly Claim[] {
  const like = [
    ...before,
    ...next.filter(({ role, segment }) => role === 'base' && (segment === now.segment || segment === change.segment)),
  ].filter((one) => one !== now && isSameUnit(one.token.unit, now.token.unit) && isComparable(one, now))
  const named = like.filter((one) => one.role === 'base' && one.sentence === now.sentence)
  const own = named.filter((one) => one.segment === now.segment)
  if (named.length > 0) {
    const former = own.filter((one) => before.includes(one))
    return former.length > 0 ? former.slice(-1) : own.length > 0 ? own.slice(0, 1) : named
  }
  const earlier = like.filter(
    (one) => isAmount(one) && one.role === now.role && one.id < now.id && isYearBefore(one, now),
  )
  return earlier.slice(-2)
}

/** 1000元 a pupil did not grow to 300万元 for all: an average is held against an average, and nothing grows that far. */
function isComparable(one: Claim, now: Claim): boolean {
  if (one.role !== 'base' && (one.role === 'each') !== (now.role === 'each')) return false
  const [small, large] = rational.compare(one.value, now.value) < 0 ? [one, now] : [now, one]
  return rational.compare(large.value, rational.mul(small.value, MOST_GROWTH)) <= 0
}

const MOST_GROWTH = rational.fromInteger(100)

/** True when `one` speaks of the year before `now`, of the same quantity as far as its words go. */
function isYearBefore(one: Claim, now: Claim): boolean {
  const [a, b] = [one.quantity, now.quantity]
  if (a !== '' && b !== '' && !a.includes(b) && !b.includes(a)) return false
  if (one.period === 'previous') return true
  if (one.period === 'masked' || now.period === 'masked') return one.period === now.period
  return one.period !== undefined && now.period !== undefined && Number(one.period) + 1 === Number(now.period)
}

function tieOf(change: Claim, now: Claim, base: Claim, rank: number): Tie {
  if (base.role === 'base') return rank === 0 && now.sentence === change.sentence ? 'stated' : 'likely'
  return rank === 0 && now.sentence === change.sentence ? 'likely' : 'possible'
}

const growthFromBase = (rate: Claim, base: Claim, change: Claim): Relation => ({
  kind: 'growth',
  tie: 'stated',
  target: rate,
  inputs: [base, change],
  compute: (inputs) => asPrinted(rate, percentOf(input(inputs, 1), input(inputs, 0))),
  words: ([base, change]) => `${change} ÷ ${base}`,
})

/** 年均增长: the rate over as many years as lie between the two periods. */
function yearlyReadings(rate: Claim, before: readonly Claim[]): Relation[] {
  const now = before.findLast(isAmount)
  if (now === undefined) return []
  return before
    .filter((one) => one !== now && isSameUnit(one.token.unit, now.token.unit))
    .flatMap((base) => {
      const years = Number(now.period) - Number(base.period)
      if (!Number.isInteger(years) || years < 2 || years > 20) return []
      const relation: Relation = {
        kind: 'growth',
        tie: base.sentence === rate.sentence ? 'stated' : 'possible',
        // What the base becomes at this rate; a root would not be exact.
        target: now,
        inputs: [base, rate],
        compute: (inputs) => compound(input(inputs, 0), signed(input(inputs, 1), rate.sign), years),
        words: ([base, rate]) => `${base} × (1 + ${rate})^${years}`,
      }
      return [relation]
    })
}

function compound(base: Bounds, rate: Bounds, years: number): Bounds {
  const one: Bounds = { low: rational.ONE, high: rational.ONE }
  const factor = bounds.addBounds(one, bounds.mulBounds(rate, HUNDREDTH))
  let value = base
  for (let year = 0; year < years; year += 1) value = bounds.mulBounds(value, factor)
  return value
}

/** A change in the unit of its quantity: now − base; percentage points between two shares or two rates. */
function changeReadings(change: Claim, before: readonly Claim[], next: readonly Claim[]): Relation[] {
  const isPoints = change.role === 'points'
  const named = ofNamedYears(change, before)
  if (named !== undefined) return [named]
  if (!isPoints) {
    const between = differences(change, before)
    if (between.length > 0) return between
  }
  const like = (one: Claim) =>
    isPoints ? one.token.unit.dimension === 'percent' : isSameUnit(one.token.unit, change.token.unit)
  const amounts = [
    ...before
      .filter(
        (one) => (isPoints ? isAmount(one) || one.role === 'rate' : isAmount(one) && !isRestated(one)) && like(one),
      )
      .toReversed()
      .slice(0, 4),
    ...arrivals(change, next).filter(like),
  ]
  const readings: Relation[] = []
  for (const [at, now] of amounts.entries()) {
    for (const base of basesOf(change, now, before, next))
      readings.push(changeOf(change, now, base, tieOf(change, now, base, at)))
  }
  if (isPoints) readings.push(...comparedRates(change, before, next))
  return ownPair(change, readings) ?? readings
}

/** 2025年比2023年多1080个, after what there was in each year: of these two. */
function ofNamedYears(change: Claim, before: readonly Claim[]): Relation | undefined {
  const [, year, base] = /((?:19|20)\d\d)年[^,;]{0,16}[比较]((?:19|20)\d\d)年/.exec(change.near) ?? []
  const [, present, past] = /([今去]年)[^,;]{0,8}[比较]([去前]年)/.exec(change.near) ?? []
  const inYear = (period: string | undefined) =>
    before.findLast((one) => isOwnAmount(one) && one.period === period && isSameUnit(one.token.unit, change.token.unit))
  const called = (word: string | undefined) =>
    before.findLast(
      (one) =>
        isOwnAmount(one) &&
        word !== undefined &&
        one.near.startsWith(word) &&
        isSameUnit(one.token.unit, change.token.unit),
    )
  const [now, then] = year === undefined ? [called(present), called(past)] : [inYear(year), inYear(base)]
  return now === undefined || then === undefined ? undefined : changeOf(change, now, then, 'probable')
}

/** 小学由720元提高到770元，增加50元；初中由…: where its own stretch has both numbers, no other's are meant. */
function ownPair(change: Claim, readings: readonly Relation[]): Relation[] | undefined {
  const own = readings.filter(
    ({ tie, inputs }) => tie === 'stated' && inputs.every(({ segment }) => segment === change.segment),
  )
  return own.length === 0 ? undefined : own
}

/** 增长7.95%，高于…增幅（5.42%）2.53个百分点: which is the larger the words say, and the numbers, too. */
function comparedRates(points: Claim, before: readonly Claim[], next: readonly Claim[]): Relation[] {
  const rates = [...before, ...next].filter(
    (one) =>
      one.token.unit.dimension === 'percent' &&
      one.role !== 'base' &&
      (/相差|差距/.test(points.near) ? one.sentence === points.sentence : one.segment === points.segment),
  )
  const [second, first] = rates.filter(({ id }) => id < points.id).toReversed()
  return rates.flatMap((a) =>
    rates
      .filter((b) => a !== b)
      .map((b) => {
        const isNear = first !== undefined && [first, second].includes(a) && [first, second].includes(b)
        const sure: Tie = rates.length === 2 ? 'stated' : 'probable'
        const isCompared =
          COMPARED.test(points.before) ||
          /相差|差距|差/.test(points.near) ||
          /[高低快慢多]于|高出|低出/.test(second?.near ?? '')
        const isRight = isDirected(points, a, b, second)
        return ofGoal(changeOf(points, a, b, isCompared && isNear && isRight ? sure : 'possible'), b)
      }),
  )
}

/** 93.2%，超出省定目标(95%)1.2个百分点 cannot be: what is above is the first. */
function isDirected(points: Claim, a: Claim, b: Claim, second: Claim | undefined): boolean {
  if (second === undefined || (a !== second && b !== second)) return true
  const words = second.near + points.near
  if (/(?:高于|快于|超出|高出|超过)/.test(words) && !/低|慢|不/.test(words)) return b === second
  return !(/(?:低于|慢于|低出)/.test(words) && !/高|快|超|不/.test(words)) || b === second
}

/** 省定目标(95%): what was set was not rounded. */
function ofGoal(relation: Relation, base: Claim): Relation {
  if (!/(?:目标|标准|底线|要求|规定值)\(?$/.test(base.near) || base.token.literal.includes('.')) return relation
  const exact: Bounds = { low: base.value, high: base.value }
  return { ...relation, compute: ([now]) => relation.compute([now ?? exact, exact]) }
}

/** 增长15.23%…增长2.19%，高于…13.04%: percentage points printed as per cent. */
function pointsAsPercent(points: Claim, before: readonly Claim[]): Relation[] {
  const rates = before.filter((one) => one.token.unit.dimension === 'percent' && one.role === 'rate').slice(-3)
  return rates.flatMap((a) =>
    rates.filter((b) => a !== b).map((b) => changeOf(points, a, b, rates.length === 2 ? 'probable' : 'likely')),
  )
}

const COMPARES = /[高低快慢]于|高出|低出|超出/

/** 高于…（7295元）25元, 相差2.6平方米, 净增45人: the difference of two numbers before it, whichever is larger. */
function differences(change: Claim, before: readonly Claim[]): Relation[] {
  if (/净[增减流]/.test(change.near) && before.some(({ near }) => /调[入出]|转[入出]|退休|招聘/.test(near))) return []
  // 比上年多14人次 is not the difference of the halves of this year.
  if (/[比较](?:上年|(?:19|20)\d\d年)/.test(change.near)) return []
  const words = change.before + change.near
  if (
    !/[高低多少]于|超过|高出|超出|相差|差距|差额|净增|净减|核减|审减|节约|节省|追加|比[^,;]{2,12}(?<![减缺至不提增升降最])[多少高低]出?$|^\)/.test(
      words,
    ) &&
    !BETWEEN.test(change.near)
  )
    return []
  const like = before
    .filter(
      (one) =>
        one.role !== 'change' && one.sentence === change.sentence && isSameUnit(one.token.unit, change.token.unit),
    )
    .slice(-4)
  const [only] = like
  // …9.31万元。年均收入比公务员(9.26万元)高500元: what is compared was told in the sentence before.
  if (like.length === 1 && only !== undefined && change.before.startsWith(')')) {
    const former = before.findLast(
      (one) =>
        isOwnAmount(one) && one.sentence === change.sentence - 1 && isSameUnit(one.token.unit, change.token.unit),
    )
    if (former !== undefined)
      return [
        /[低少]/.test(change.near)
          ? changeOf(change, only, former, 'probable')
          : changeOf(change, former, only, 'probable'),
      ]
  }
  return like.flatMap((a) =>
    like
      .filter((b) => a !== b)
      .map((b) =>
        changeOf(change, a, b, like.slice(-2).includes(a) && like.slice(-2).includes(b) ? 'probable' : 'possible'),
      ),
  )
}

/** 91875元高765元. */
const BETWEEN = /^(?:分别)?[高低多少](?:出|了|约)*$/

const COMPARED = /[高低快慢多]于|高出|低出|超出|超过|^[)）]/

const changeOf = (change: Claim, now: Claim, base: Claim, tie: Tie): Relation => ({
  kind: change.role === 'points' ? 'points' : 'growth',
  tie,
  target: change,
  inputs: [now, base],
  compute: (inputs) => {
    const rise = difference(
      signed(input(inputs, 0), now.role === 'rate' ? now.sign : 1),
      signed(input(inputs, 1), base.role === 'rate' ? base.sign : 1),
    )
    return signed(rise, change.sign)
  },
  words: ([now, base]) => (change.sign > 0 ? `${now} − ${base}` : `${base} − ${now}`),
})
