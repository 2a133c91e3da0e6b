import { addBounds, boundsOf, divBounds, isBounded, mulBounds, negateBounds } from './bounds.ts'
import type { ZeroPolicy } from './ir.ts'
import { absorb, doubtful, failed, known, missing, notApplicable, uniteCauses } from './make-value.ts'
import { makeCause } from './problem.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import type { Bounds, Content, Value } from './value.ts'

/** What an operation does to the limits of missing operands. */
type OnBounds = (a: Bounds, b: Bounds) => Bounds

/** Result with content: 存疑 as soon as one operand is. */
export function settle(content: Content, operands: readonly Value[]): Value {
  const causes = uniteCauses(operands.map((operand) => operand.causes))
  const certain = operands.every((operand) => operand.status === 'known')
  if (!certain) return doubtful(content, causes)
  return causes.length === 0 ? known(content) : { status: 'known', content, causes }
}

/** A missing result keeps what is sure about it. */
export function withBounds(value: Value, bounds: () => Bounds): Value {
  if (value.status !== 'missing') return value
  const limits = bounds()
  return isBounded(limits) ? missing(value.causes, limits) : value
}

function slow(a: Value, b: Value, operate: (x: Rational, y: Rational) => Rational, onBounds: OnBounds): Value {
  if (a.content instanceof Rational && b.content instanceof Rational)
    return settle(operate(a.content, b.content), [a, b])
  return withBounds(absorb([a, b]), () => onBounds(boundsOf(a), boundsOf(b)))
}

const isPlain = (a: Value): boolean => a.status === 'known' && a.causes.length === 0

export function addValues(a: Value, b: Value): Value {
  if (isPlain(a) && isPlain(b) && a.content instanceof Rational && b.content instanceof Rational)
    return known(rational.add(a.content, b.content))
  return slow(a, b, rational.add, addBounds)
}

export function subValues(a: Value, b: Value): Value {
  if (isPlain(a) && isPlain(b) && a.content instanceof Rational && b.content instanceof Rational)
    return known(rational.sub(a.content, b.content))
  return slow(a, b, rational.sub, (x, y) => addBounds(x, negateBounds(y)))
}

/** An irrational keeps its exact square through scaling by a number that is not negative. */
function scaledSquare(a: Value, b: Value, factor: (x: Rational) => Rational | undefined): Rational | undefined {
  const [root, other] = a.square ? [a, b] : [b, a]
  if (!root.square || other.square || !(other.content instanceof Rational) || rational.sign(other.content) < 0)
    return undefined
  const by = factor(other.content)
  return by && rational.mul(root.square, rational.mul(by, by))
}

export function mulValues(a: Value, b: Value): Value {
  if (
    isPlain(a) &&
    isPlain(b) &&
    a.content instanceof Rational &&
    b.content instanceof Rational &&
    !a.square &&
    !b.square
  )
    return known(rational.mul(a.content, b.content))
  const product = slow(a, b, rational.mul, mulBounds)
  const square = scaledSquare(a, b, (x) => x)
  return square && product.content !== undefined ? { ...product, square } : product
}

export function divValues(a: Value, b: Value, zero: ZeroPolicy | undefined): Value {
  if (a.content instanceof Rational && b.content instanceof Rational) {
    const quotient = rational.div(a.content, b.content)
    if (quotient === undefined) return divisionByZero([a, b], zero)
    if (isPlain(a) && isPlain(b) && !a.square) return known(quotient)
    const square = a.square && !b.square ? scaledSquare(a, b, (x) => rational.div(rational.ONE, x)) : undefined
    const value = settle(quotient, [a, b])
    return square ? { ...value, square } : value
  }
  // A zero denominator is final only when nothing stronger hides behind the other operand.
  if (b.content instanceof Rational && rational.isZero(b.content)) return absorb([a, divisionByZero([b], zero)])
  return withBounds(absorb([a, b]), () => divBounds(boundsOf(a), boundsOf(b)))
}

function divisionByZero(operands: readonly Value[], zero: ZeroPolicy | undefined): Value {
  const causes = uniteCauses([...operands.map((operand) => operand.causes), [makeCause('division_by_zero', {})]])
  return zero === 'not_applicable' ? notApplicable(causes) : failed(causes)
}

export function negateValue(a: Value): Value {
  if (isPlain(a) && a.content instanceof Rational) return known(rational.negate(a.content))
  if (a.content instanceof Rational) return settle(rational.negate(a.content), [a])
  return withBounds(absorb([a]), () => negateBounds(boundsOf(a)))
}

/** Applies a function of numbers; any operand without content decides the result instead. */
export function mapNumbers(operands: readonly Value[], apply: (numbers: readonly Rational[]) => Content): Value {
  const numbers: Rational[] = []
  for (const { content } of operands) if (content instanceof Rational) numbers.push(content)
  return numbers.length === operands.length ? settle(apply(numbers), operands) : absorb(operands)
}
