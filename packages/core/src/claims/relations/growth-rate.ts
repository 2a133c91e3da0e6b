import { type Bounds, bounds, rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import { difference, input, percentOf, type Relation, type Tie } from './relation.ts'

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
