import { settle, withBounds } from './arithmetic.ts'
import type { CompareOperator } from './ast.ts'
import { boundsOf, hull } from './bounds.ts'
import { absorb, isDate, isList, KNOWN_FALSE, KNOWN_TRUE, missing, truth, uniteCauses } from './make-value.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import type { Content, Value } from './value.ts'

/** Order of two contents of one type; undefined when they are of different types. */
function order(a: Content, b: Content): -1 | 0 | 1 | undefined {
  if (a instanceof Rational && b instanceof Rational) return rational.compare(a, b)
  if (isDate(a) && isDate(b)) return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b ? 0 : a ? 1 : -1
  return undefined
}

/** Order of two numbers of which one or both are irrational roots, decided on exact squares. */
function orderOfRoots(a: Value, b: Value): -1 | 0 | 1 | undefined {
  if (!(a.content instanceof Rational) || !(b.content instanceof Rational)) return undefined
  if (!a.square && rational.sign(a.content) < 0) return -1
  if (!b.square && rational.sign(b.content) < 0) return 1
  return rational.compare(
    a.square ?? rational.mul(a.content, a.content),
    b.square ?? rational.mul(b.content, b.content),
  )
}

/** Whether a comparison holds whose left side is below (−), at (0) or above (+) its right side. */
export function holdsBySign(operator: CompareOperator, sign: number): boolean {
  switch (operator) {
    case '=':
      return sign === 0
    case '≠':
      return sign !== 0
    case '<':
      return sign < 0
    case '≤':
      return sign <= 0
    case '>':
      return sign > 0
    case '≥':
      return sign >= 0
  }
}

/** What a comparison comes to whose difference left − right has at most and at least these signs, if they decide it. */
export function decidedBySigns(operator: CompareOperator, most: number, least: number): boolean | undefined {
  switch (operator) {
    case '<':
      return most < 0 ? true : least >= 0 ? false : undefined
    case '≤':
      return most <= 0 ? true : least > 0 ? false : undefined
    case '>':
      return least > 0 ? true : most <= 0 ? false : undefined
    case '≥':
      return least >= 0 ? true : most < 0 ? false : undefined
    case '=':
      return most < 0 || least > 0 ? false : undefined
    case '≠':
      return most < 0 || least > 0 ? true : undefined
  }
}

/** Truth that the limits of missing operands already decide, if they do. */
function decidedByBounds(operator: CompareOperator, a: Value, b: Value): boolean | undefined {
  const [x, y] = [boundsOf(a), boundsOf(b)]
  const most = x.high && y.low ? rational.compare(x.high, y.low) : 1
  const least = x.low && y.high ? rational.compare(x.low, y.high) : -1
  return decidedBySigns(operator, most, least)
}

export function compareValues(operator: CompareOperator, a: Value, b: Value): Value {
  if (a.content !== undefined && b.content !== undefined) {
    const sign = a.square || b.square ? orderOfRoots(a, b) : order(a.content, b.content)
    if (sign === undefined) return absorb([a, b])
    const result = holdsBySign(operator, sign)
    return a.status === 'known' && b.status === 'known' && a.causes.length + b.causes.length === 0
      ? truth(result)
      : settle(result, [a, b])
  }
  const combined = absorb([a, b])
  if (combined.status !== 'missing') return combined
  const decided = decidedByBounds(operator, a, b)
  return decided === undefined ? combined : { status: 'known', content: decided, causes: combined.causes }
}

/** 且 (decisive = false) or 或 (decisive = true): one operand with the decisive truth decides, whatever the others are. */
export function kleene(decisive: boolean, operands: readonly Value[]): Value {
  const deciding = operands.filter((operand) => operand.content === decisive)
  const best = deciding.find((operand) => operand.status === 'known') ?? deciding[0]
  if (best) return best.status === 'known' ? truth(decisive) : settle(decisive, deciding)
  if (operands.every((operand) => operand.content !== undefined)) {
    const plain = operands.every((operand) => operand.status === 'known' && operand.causes.length === 0)
    return plain ? truth(!decisive) : settle(!decisive, operands)
  }
  return absorb(operands)
}

export function notValue(a: Value): Value {
  if (typeof a.content !== 'boolean') return absorb([a])
  return a.status === 'known' && a.causes.length === 0
    ? a.content
      ? KNOWN_FALSE
      : KNOWN_TRUE
    : settle(!a.content, [a])
}

/** Whether a list holds a content. */
export function memberValue(left: Value, right: Value): Value {
  const { content } = left
  if (content === undefined || !isList(right.content)) return absorb([left, right])
  return settle(
    right.content.some((item) => order(content, item) === 0),
    [left, right],
  )
}

/** A result chosen by a condition that is 存疑 is itself 存疑. */
export function underDoubt(value: Value, condition: Value): Value {
  if (condition.status !== 'doubtful') return value
  return value.content === undefined
    ? { ...value, causes: uniteCauses([value.causes, condition.causes]) }
    : { ...value, ...settle(value.content, [value, condition]) }
}

/** One of two results, not known which: the same content either way is the answer, else the range of both is kept. */
export function eitherValue(condition: Value, a: Value, b: Value): Value {
  const causes = uniteCauses([condition.causes, a.causes, b.causes])
  const same = a.content !== undefined && b.content !== undefined && order(a.content, b.content) === 0
  if (same && a.content !== undefined && !a.square && !b.square) return { ...settle(a.content, [a, b]), causes }
  return withBounds(missing(causes), () => hull(boundsOf(a), boundsOf(b)))
}
