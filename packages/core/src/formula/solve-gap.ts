import { evaluateNode } from './compile.ts'
import type { Environment } from './environment.ts'
import { type Expression, inputsOf, type Node } from './ir.ts'
import { known } from './make-value.ts'
import * as rational from './rational.ts'
import { fromDecimal, toDecimal } from './rational-text.ts'

/** The smallest change, in whole steps, after which a condition holds. */
export interface Change {
  /** Positive. */
  readonly amount: rational.Rational
  readonly direction: 'more' | 'less'
}

/** One way to make a false condition true: change this input alone. */
export interface GapSolution extends Change {
  readonly input: Node
}

const MOST_STEPS = 2 ** 40

/**
 * Solves backwards by halving: tries more first, then less. Right for every condition that, once it holds, goes on
 * holding as the change grows; the step before the answer is known to fail. Undefined when no change helps.
 */
export function leastChange(
  holds: (change: rational.Rational) => boolean,
  step: rational.Rational,
): Change | undefined {
  for (const [direction, sign] of [
    ['more', 1],
    ['less', -1],
  ] as const) {
    const steps = leastSteps((count) => holds(rational.mul(step, rational.fromInteger(count * sign))))
    if (steps !== undefined) return { amount: rational.mul(step, rational.fromInteger(steps)), direction }
  }
  return undefined
}

function leastSteps(holds: (steps: number) => boolean): number | undefined {
  let high = 1
  while (!holds(high)) {
    high *= 2
    if (high > MOST_STEPS) return undefined
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

/** For a condition that is known to be false: what each of its numbers would have to become, the others unchanged. */
export function solveGaps(expression: Expression, environment: Environment): readonly GapSolution[] {
  if (expression.type !== 'truth' || evaluateNode(expression.node, environment).content !== false) return []
  const inputs = new Map(inputsOf(expression.node).map((input) => [nameOf(input), input]))
  return [...inputs.values()].flatMap((input): GapSolution[] => {
    const start = evaluateNode(input, environment).content
    if (!(start instanceof rational.Rational)) return []
    const change = leastChange((amount) => {
      const changed = withInput(environment, input, rational.add(start, amount))
      return changed !== undefined && evaluateNode(expression.node, changed).content === true
    }, stepOf(start))
    return change === undefined ? [] : [{ ...change, input }]
  })
}

const nameOf = (input: Node): unknown =>
  input.kind === 'scalar' ? input.symbol.id : input.kind === 'aggregate' ? input.key : input

/** Whole numbers change by wholes, others in their own last digit, but not finer than a thousandth. */
function stepOf(start: rational.Rational): rational.Rational {
  const exact = toDecimal(start)
  const decimals = exact === undefined ? 3 : Math.min(3, exact.split('.')[1]?.length ?? 0)
  return fromDecimal((10 ** -decimals).toFixed(decimals)) ?? rational.ONE
}

function withInput(environment: Environment, input: Node, number: rational.Rational): Environment | undefined {
  const value = known(number)
  if (input.kind === 'scalar' && input.shifts.length === 0) {
    const { id } = input.symbol
    return { ...passOn(environment), scalar: (asked) => (asked === id ? value : environment.scalar(asked)) }
  }
  if (input.kind !== 'aggregate') return undefined
  return {
    ...passOn(environment),
    aggregate: (key) => (key === input.key ? value : environment.aggregate?.(key)),
  }
}

/** The same surroundings as a plain object, whose parts can be replaced. */
export function passOn(environment: Environment): Environment {
  return {
    scalar: (id) => environment.scalar(id),
    rows: (rowset) => environment.rows(rowset),
    ...(environment.aggregate && { aggregate: environment.aggregate.bind(environment) }),
    ...(environment.scalarAt && { scalarAt: environment.scalarAt.bind(environment) }),
    ...(environment.rowsAt && { rowsAt: environment.rowsAt.bind(environment) }),
    ...(environment.addWorkdays && { addWorkdays: environment.addWorkdays.bind(environment) }),
  }
}
