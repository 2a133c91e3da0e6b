import type { CompareOperator } from './ast.ts'
import { evaluateNode } from './compile.ts'
import type { Environment } from './environment.ts'
import { type Expression, type Node, partsOfNode } from './ir.ts'
import { holds } from './logic.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import { round } from './rational-text.ts'

/** What a comparison demands of the formula's result, both in the formula's own unit. */
export interface Target {
  readonly operator: CompareOperator
  readonly limit: Rational
}

export interface Gap {
  /** How much the variable has to grow (or shrink, below zero) until the target is met; zero when it is. */
  readonly missing: Rational
  /** Value of the variable that just meets the target. */
  readonly reaches: Rational
}

/** (a·x + b) ÷ (c·x + d) in the one variable x. */
interface Fraction {
  readonly a: Rational
  readonly b: Rational
  readonly c: Rational
  readonly d: Rational
}

const { ZERO, ONE, add, sub, mul, isZero } = rational
const constant = (b: Rational): Fraction => ({ a: ZERO, b, c: ZERO, d: ONE })
const isConstant = ({ a, c }: Fraction): boolean => isZero(a) && isZero(c)
const sameUnder = (x: Fraction, y: Fraction): boolean => rational.equals(x.c, y.c) && rational.equals(x.d, y.d)

function plus(x: Fraction, y: Fraction, sign: 1 | -1): Fraction | undefined {
  const signed = (value: Rational): Rational => (sign === 1 ? value : rational.negate(value))
  if (sameUnder(x, y)) return { ...x, a: add(x.a, signed(y.a)), b: add(x.b, signed(y.b)) }
  // p ÷ q ± k with k constant: (p ± k·q) ÷ q
  if (isConstant(y) && !isZero(y.d)) {
    const k = signed(rational.div(y.b, y.d) ?? ZERO)
    return { ...x, a: add(x.a, mul(k, x.c)), b: add(x.b, mul(k, x.d)) }
  }
  if (!isConstant(x)) return undefined
  const swapped = plus(y, x, 1)
  return sign === 1 ? swapped : plus({ ...y, a: rational.negate(y.a), b: rational.negate(y.b) }, x, 1)
}

function times(x: Fraction, y: Fraction): Fraction | undefined {
  if (isConstant(x) || isConstant(y)) {
    const [k, other] = isConstant(x) ? [rational.div(x.b, x.d), y] : [rational.div(y.b, y.d), x]
    return k && { ...other, a: mul(other.a, k), b: mul(other.b, k) }
  }
  const [xLinear, yLinear] = [isZero(x.a), isZero(y.a)]
  // k ÷ q times q, as after a division
  if (xLinear && rational.equals(x.c, y.a) && rational.equals(x.d, y.b)) return { a: ZERO, b: x.b, c: y.c, d: y.d }
  if (yLinear && rational.equals(y.c, x.a) && rational.equals(y.d, x.b)) return { a: ZERO, b: y.b, c: x.c, d: x.d }
  return combineLinear(x, y)
}

/** (p) × (1 ÷ q) with both linear stays within the shape; anything else is of higher degree. */
function combineLinear(x: Fraction, y: Fraction): Fraction | undefined {
  const [over, under] = isZero(x.c) ? [x, y] : [y, x]
  if (!isZero(over.c) || !isZero(under.a)) return undefined
  return { a: mul(over.a, under.b), b: mul(over.b, under.b), c: mul(under.c, over.d), d: mul(under.d, over.d) }
}

const invert = ({ a, b, c, d }: Fraction): Fraction | undefined =>
  isZero(a) && isZero(b) ? undefined : { a: c, b: d, c: a, d: b }

const isVariable = (node: Node, variable: string): boolean =>
  (node.kind === 'scalar' && node.symbol.id === variable && node.shifts.length === 0) ||
  (node.kind === 'aggregate' && node.key === variable)

/** The first place where the variable stands, if it does. */
function findVariable(node: Node, variable: string): Node | undefined {
  if (isVariable(node, variable)) return node
  for (const part of partsOfNode(node)) {
    const found = findVariable(part, variable)
    if (found) return found
  }
  return undefined
}

function productOf(
  factors: readonly { readonly divide: boolean; readonly node: Node }[],
  env: Environment,
  variable: string,
): Fraction | undefined {
  let total: Fraction | undefined = constant(ONE)
  for (const { divide, node } of factors) {
    const factor = toFraction(node, env, variable)
    const ready: Fraction | undefined = factor && divide ? invert(factor) : factor
    total = total && ready && times(total, ready)
  }
  return total
}

function toFraction(node: Node, env: Environment, variable: string): Fraction | undefined {
  if (isVariable(node, variable)) return { a: ONE, b: ZERO, c: ZERO, d: ONE }
  if (!findVariable(node, variable)) {
    const { content } = evaluateNode(node, env)
    return content instanceof Rational ? constant(content) : undefined
  }
  switch (node.kind) {
    case 'scale':
    case 'negate': {
      const inner = toFraction(node.operand, env, variable)
      return inner && times(inner, constant(node.kind === 'scale' ? node.factor : rational.fromInteger(-1)))
    }
    case 'sum': {
      let total: Fraction | undefined = constant(ZERO)
      for (const term of node.terms) {
        const next = toFraction(term.node, env, variable)
        total = total && next && plus(total, next, term.negative ? -1 : 1)
      }
      return total
    }
    case 'product':
      return productOf(node.factors, env, variable)
    case 'call': {
      const [first, second] = node.args
      if (node.fn !== 'ratio' || !first || !second) return undefined
      return productOf(
        [
          { divide: false, node: first },
          { divide: true, node: second },
        ],
        env,
        variable,
      )
    }
    default:
      return undefined
  }
}

function holdsAt(f: Fraction, x: Rational, { operator, limit }: Target): boolean | undefined {
  const value = rational.div(add(mul(f.a, x), f.b), add(mul(f.c, x), f.d))
  if (!value) return undefined
  return holds(operator, rational.compare(value, limit))
}

/** Moves the root to the next whole step away from where the variable is; one more when the edge itself fails. */
function nextStep(f: Fraction, now: Rational, root: Rational, step: Rational, target: Target): Rational | undefined {
  const steps = rational.div(sub(root, now), step)
  if (!steps) return undefined
  const direction = rational.sign(steps)
  const whole = round(steps, 0, direction > 0 ? 'ceiling' : 'floor')
  for (const extra of direction === 0 ? [1, -1] : [0, direction]) {
    const reaches = add(now, mul(add(whole, rational.fromInteger(extra)), step))
    if (holdsAt(f, reaches, target)) return reaches
  }
  return undefined
}

/**
 * How much is missing until `target` holds, solved backwards and exactly for formulas (a·x + b) ÷ (c·x + d) in the
 * variable: a scalar's id or an aggregate's key. `step` is what the variable comes in (1 for people; undefined: any
 * amount). Undefined when the formula has another shape, an input is not known, or no amount helps.
 */
export function solveGap(
  expression: Expression,
  env: Environment,
  variable: string,
  target: Target,
  step?: Rational,
): Gap | undefined {
  const f = toFraction(expression.node, env, variable)
  const now = variableNow(expression.node, env, variable)
  if (!f || !now) return undefined
  if (holdsAt(f, now, target)) return { missing: ZERO, reaches: now }
  const { limit } = target
  // a·x + b = limit · (c·x + d)
  const root = rational.div(sub(mul(limit, f.d), f.b), sub(f.a, mul(limit, f.c)))
  if (!root) return undefined
  if (step === undefined) return holdsAt(f, root, target) ? { missing: sub(root, now), reaches: root } : undefined
  const reaches = nextStep(f, now, root, step, target)
  return reaches && { missing: sub(reaches, now), reaches }
}

function variableNow(node: Node, env: Environment, variable: string): Rational | undefined {
  const found = findVariable(node, variable)
  const content = found && evaluateNode(found, env).content
  return content instanceof Rational ? content : undefined
}
