import { type AggregateNode, type Node, Rational, rational } from '../../formula/index.ts'
import { NO_RANGE, type Range } from './compared.ts'

const NOT_NEGATIVE: Range = { low: rational.ZERO, high: undefined }

/** Limits of names, and of the columns of subjects and groups. */
export interface KnownRanges {
  symbol(id: string): Range
  column(rowset: string, column: string): Range
}

/** Limits of a number whatever the data are. */
export function rangeOf(node: Node, known: KnownRanges): Range {
  const inner = (part: Node): Range => rangeOf(part, known)
  switch (node.kind) {
    case 'constant':
      return node.value.content instanceof Rational ? { low: node.value.content, high: node.value.content } : NO_RANGE
    case 'scalar':
      return known.symbol(node.symbol.id)
    case 'column':
      return node.rowset.source === 'register'
        ? { low: node.low, high: node.high }
        : known.column(node.rowset.id, node.column.id)
    case 'lookup':
      return inner(node.cell)
    case 'aggregate':
      return rangeOfAggregate(node, inner)
    case 'negate': {
      const { low, high } = inner(node.operand)
      return { low: high && rational.negate(high), high: low && rational.negate(low) }
    }
    case 'scale':
      return rational.sign(node.factor) > 0 ? scaled(inner(node.operand), node.factor) : NO_RANGE
    case 'sum':
      return node.terms.map((term) => (term.negative ? negated(inner(term.node)) : inner(term.node))).reduce(added)
    case 'product':
      return rangeOfProduct(node, inner)
    case 'case':
      return [...node.branches.map(({ result }) => inner(result)), inner(node.otherwise)].reduce(hull)
    case 'call':
      return rangeOfCall(node, inner)
    case 'not':
    case 'logic':
    case 'compare':
    case 'member':
      return NO_RANGE
  }
}

function rangeOfAggregate({ fn, value }: AggregateNode, inner: (part: Node) => Range): Range {
  switch (fn) {
    case 'count':
    case 'variation':
      return NOT_NEGATIVE
    case 'share':
      return { low: rational.ZERO, high: rational.ONE }
    case 'sum':
      return value !== undefined && isNotNegative(inner(value)) ? NOT_NEGATIVE : NO_RANGE
    case 'mean':
    case 'weighted_mean':
    case 'maximum':
    case 'minimum':
    case 'median':
      return value === undefined ? NO_RANGE : inner(value)
    case 'any':
    case 'all':
    case 'exists':
      return NO_RANGE
  }
}

function rangeOfProduct(node: Node & { readonly kind: 'product' }, inner: (part: Node) => Range): Range {
  let range: Range = { low: rational.ONE, high: rational.ONE }
  for (const factor of node.factors) {
    const next = inner(factor.node)
    if (!isNotNegative(next)) return NO_RANGE
    range = factor.divide ? divided(range, next) : multiplied(range, next)
  }
  return range
}

function rangeOfCall(node: Node & { readonly kind: 'call' }, inner: (part: Node) => Range): Range {
  const ranges = node.args.map(inner)
  const lows = ranges.flatMap(({ low }) => low ?? [])
  const highs = ranges.flatMap(({ high }) => high ?? [])
  switch (node.fn) {
    case 'absolute':
      return NOT_NEGATIVE
    case 'maximum_of':
      return {
        low: lows.length === 0 ? undefined : lows.reduce(rational.max),
        high: highs.length === ranges.length ? highs.reduce(rational.max) : undefined,
      }
    case 'minimum_of':
      return {
        low: lows.length === ranges.length ? lows.reduce(rational.min) : undefined,
        high: highs.length === 0 ? undefined : highs.reduce(rational.min),
      }
    case 'total_of':
      return ranges.reduce(added)
    case 'mean_of':
    case 'median_of':
      return ranges.reduce(hull)
    default:
      return NO_RANGE
  }
}

export const isNotNegative = ({ low }: Range): boolean => low !== undefined && rational.sign(low) >= 0
export const isPositive = ({ low }: Range): boolean => low !== undefined && rational.sign(low) > 0

export const hull = (a: Range, b: Range): Range => ({
  low: a.low && b.low && rational.min(a.low, b.low),
  high: a.high && b.high && rational.max(a.high, b.high),
})

const negated = ({ low, high }: Range): Range => ({
  low: high && rational.negate(high),
  high: low && rational.negate(low),
})

const added = (a: Range, b: Range): Range => ({
  low: a.low && b.low && rational.add(a.low, b.low),
  high: a.high && b.high && rational.add(a.high, b.high),
})

const scaled = ({ low, high }: Range, factor: Rational): Range => ({
  low: low && rational.mul(low, factor),
  high: high && rational.mul(high, factor),
})

const multiplied = (a: Range, b: Range): Range => ({
  low: a.low && b.low && rational.mul(a.low, b.low),
  high: a.high && b.high && rational.mul(a.high, b.high),
})

/** By something that is not negative; a quotient by zero is no number, so only positive divisors count. */
const divided = (a: Range, b: Range): Range => ({
  low: a.low && b.high && rational.sign(b.high) > 0 ? rational.div(a.low, b.high) : rational.ZERO,
  high: a.high && b.low && rational.sign(b.low) > 0 ? rational.div(a.high, b.low) : undefined,
})
