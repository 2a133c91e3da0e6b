import { type Bounds, rational } from '../../formula/index.ts'
import type { Relation } from '../relations/relation.ts'

/**
 * How probably numbers that have nothing to do with each other would come one digit short of a relation: how many
 * one-digit changes there are, times the share of values that would do. A small number makes a near miss telling.
 */
export function chanceOfNearMiss(relation: Relation, range: Bounds): number {
  const isExact = [relation.target, ...relation.inputs].every(({ token }) => token.qualifier === undefined)
  if (relation.kind === 'sum' && isExact) return Math.min(1, chanceOfDigit(relation))
  const claims = [relation.target, ...relation.inputs]
  const changes = claims.reduce((sum, { token }) => sum + digitCount(token.literal) * 9, 0)
  return Math.min(1, changes * windowOf(relation, range) * shrunk(relation, range))
}

/** 满意度33.7% where 93.7% is due: a number that lost its first digit is no likelier an accident than one that gained it. */
function shrunk({ target }: Relation, { low, high }: Bounds): number {
  if (low === undefined || high === undefined) return 1
  const [size, due] = [Math.abs(numberOf(target.value)), Math.abs(numberOf(low) + numberOf(high)) / 2]
  return due > size ? size / due : 1
}

/** The share of all values like the target's that the relation allows. */
export function windowOf(relation: Relation, range: Bounds): number {
  const { target } = relation
  const size = Math.abs(numberOf(target.value))
  if (size === 0) return 1
  const width = widthOf(target.range) + widthOf(range)
  return Math.max(width, grainOf(relation)) / size
}

function widthOf({ low, high }: Bounds): number {
  return low === undefined || high === undefined ? Number.POSITIVE_INFINITY : numberOf(rational.sub(high, low))
}

/** Numbers that all end in zeros are fewer than they look. */
function grainOf({ target, inputs, kind }: Relation): number {
  if (kind !== 'sum' && kind !== 'same') return 0
  const values = [target, ...inputs]
  const zeros = Math.min(
    ...values.map(({ token }) => (token.literal.includes('.') ? 0 : (/0*$/.exec(token.literal)?.[0].length ?? 0))),
  )
  const scale = Math.max(...values.map(({ token }) => numberOf(token.scale)))
  const decimals = Math.max(...values.map(({ token }) => token.literal.split('.')[1]?.length ?? 0))
  return (scale * 10 ** zeros) / 10 ** decimals
}

/** Only for estimates; judgements are exact. */
function numberOf(value: Parameters<typeof rational.toPair>[0]): number {
  const { n, d } = rational.toPair(value)
  return Number(n) / Number(d)
}

/** A sum is one digit off when the difference is a digit and zeros: so many differences there are below the total. */
function chanceOfDigit(relation: Relation): number {
  const size = Math.abs(numberOf(relation.target.value)) / (grainOf(relation) || 1)
  return size === 0 ? 1 : (9 * Math.ceil(Math.log10(size + 1))) / size
}

/** Digits that tell something: zeros at the end may only be round. */
const digitCount = (literal: string): number => literal.replace('.', '').replace(/(?<=.)0+$/, '').length
