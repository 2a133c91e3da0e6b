import { type Bounds, type Rational, rational, roundText } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { NumberToken } from '../numbers/number-token.ts'

/** A value in the unit of a claim and to its decimals, as its author would print it. */
export function printLike({ token }: Claim, value: Rational): string {
  const scaled = rational.div(value, scaleOf(token)) ?? value
  const places = token.inWords ? 0 : (token.literal.split('.')[1]?.length ?? 0)
  return `${tidy(roundText(scaled, places, 'half_up'))}${token.unitText}`
}

/** A range in the unit of a claim, with two more decimals than printed; one value where it has no width. */
export function printRange(claim: Claim, { low, high }: Bounds): string {
  const show = (value: Rational) => {
    const scaled = rational.div(value, scaleOf(claim.token)) ?? value
    const places = (claim.token.literal.split('.')[1]?.length ?? 0) + (rational.isInteger(scaled) ? 0 : 2)
    return tidy(roundText(scaled, places, 'half_up'))
  }
  if (low === undefined) return high === undefined ? '任何值' : `不超过 ${show(high)}${claim.token.unitText}`
  if (high === undefined) return `不少于 ${show(low)}${claim.token.unitText}`
  if (rational.equals(low, high)) return `${show(low)}${claim.token.unitText}`
  return `${show(low)}～${show(high)}${claim.token.unitText}`
}

const scaleOf = ({ scale, times }: NumberToken): Rational =>
  times === undefined ? scale : rational.mul(scale, rational.fromInteger(times))

const tidy = (text: string): string => text.replace(/^-0(\.0+)?$/, '0$1')
