import { type Rational, rational } from '../../formula/index.ts'

const { add, div, fromInteger, mul, sub, sum } = rational

/**
 * ICC(2,1): two-way random effects, absolute agreement, of one rater, over items that the same two people rated. Undefined
 * with fewer than two items or where nothing varies.
 */
export function intraclass(pairs: readonly (readonly [Rational, Rational])[]): Rational | undefined {
  const n = pairs.length
  if (n < 2) return undefined
  const total = sum(pairs.flat())
  const correction = quotient(mul(total, total), fromInteger(2 * n))
  const squares = (values: readonly Rational[]): Rational => sum(values.map((value) => mul(value, value)))
  const rows = sub(quotient(squares(pairs.map(([a, b]) => add(a, b))), fromInteger(2)), correction)
  const columns = [sum(pairs.map(([a]) => a)), sum(pairs.map(([, b]) => b))]
  const between = sub(quotient(squares(columns), fromInteger(n)), correction)
  const rest = sub(sub(sub(squares(pairs.flat()), correction), rows), between)
  // Two raters: rows and residual have n − 1 degrees of freedom, the raters one.
  const ofRows = quotient(rows, fromInteger(n - 1))
  const ofRest = quotient(rest, fromInteger(n - 1))
  const raters = quotient(mul(fromInteger(2), sub(between, ofRest)), fromInteger(n))
  return div(sub(ofRows, ofRest), sum([ofRows, ofRest, raters]))
}

/** By a number that is not zero. */
const quotient = (a: Rational, b: Rational): Rational => div(a, b) ?? rational.ZERO
