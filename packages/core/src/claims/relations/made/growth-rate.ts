import { type Bounds, bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { essentialName } from '../../extract/essential-name.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { difference, input, percentOf, type Relation, type Tie } from '../relation.ts'

export const signed = (value: Bounds, sign: 1 | -1): Bounds => (sign < 0 ? bounds.negateBounds(value) : value)

export const HUNDREDTH: Bounds = {
  low: rational.fromPair(1n, 100n),
  high: rational.fromPair(1n, 100n),
}

/** Per cent, or times where the rate is printed so. */
export const asPrinted = (rate: Claim, percent: Bounds): Bounds =>
  rate.token.unit.dimension === 'times' ? bounds.mulBounds(percent, HUNDREDTH) : percent

/** A rate of change from what there was and what there is. */
export const growthOf = (rate: Claim, now: Claim, base: Claim, tie: Tie): Relation => ({
  kind: 'growth',
  tie,
  target: rate,
  inputs: [now, base],
  compute: (inputs) =>
    asPrinted(rate, signed(percentOf(difference(input(inputs, 0), input(inputs, 1)), input(inputs, 1)), rate.sign)),
  words: ([now, base]) => (rate.sign > 0 ? `(${now} − ${base}) ÷ ${base}` : `(${base} − ${now}) ÷ ${base}`),
})

/** A name so long is hardly another's. */
const LONG = 4

/** 初中生16093人。…初中生增加538人，增长3.5%: the change is of the amount that bears its name, sentences before. */
export function ofNamedAmount(claims: readonly Claim[], at: number): readonly Relation[] {
  const [rate, change] = [claims[at], claims[at - 1]]
  if (rate === undefined || change?.role !== 'change' || change.segment !== rate.segment) return []
  const name =
    /^(?:[比较](?:(?:19|20)\d\d年度?|上年度?|去年))?([\u4e00-\u9fff]{2,10}?)(?:比上年|较上年)?(?:净?增加|净?减少|增长|下降)了?$/.exec(
      change.near,
    )?.[1]
  if (name === undefined || change.sign !== rate.sign) return []
  const now = claims
    .slice(0, at - 1)
    .findLast(
      (one) =>
        one.role === 'level' &&
        (essentialName(one.quantity) === name ||
          (name.length >= LONG && one.near.replace(/[为是]$/, '').endsWith(name))) &&
        isSameUnit(one.token.unit, change.token.unit),
    )
  return now === undefined ? [] : [growthByChange(rate, now, change, 'probable')]
}

/** A rate of change from what there is and by how much it changed. */
export const growthByChange = (rate: Claim, now: Claim, change: Claim, tie: Tie): Relation => ({
  kind: 'growth',
  tie,
  target: rate,
  inputs: [now, change],
  compute: (inputs) =>
    asPrinted(rate, percentOf(input(inputs, 1), difference(input(inputs, 0), signed(input(inputs, 1), rate.sign)))),
  words: ([now, change]) => `${change} ÷ (${now} ${rate.sign > 0 ? '−' : '+'} ${change})`,
})
