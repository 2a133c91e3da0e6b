import { rational, toJson } from '../formula/index.ts'
import type { Gap } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import { LESS, MORE } from './gap-words.ts'
import type { NodePlan } from './plan-node.ts'
import { type Solution, solveFor } from './solve-for.ts'

export function gapView(solution: Solution): Gap {
  const amount = toJson(solution.amount)
  const words = solution.direction === 'more' ? MORE : LESS
  return {
    amount,
    ...(solution.unit === undefined ? {} : { unit: solution.unit }),
    of: solution.title,
    text: `${words}${amount}${solution.unit ?? ''}`,
  }
}

/** The gap at one subject; undefined where the indicator is not unmet or says not what to solve for. */
export function gapAt(evaluation: Evaluation, node: NodePlan, index: number): Solution | undefined {
  if (node.indicator?.gap === undefined || evaluation.judgement(node, index)?.state !== 'unmet') return undefined
  const variant = evaluation.variantAt(node, index)
  return variant === undefined ? undefined : solveFor(evaluation, node, index, variant)
}

/** Sum of the gaps of several subjects; undefined when there are none or they point both ways. */
export function totalGap(solutions: readonly Solution[]): Solution | undefined {
  const [first] = solutions
  if (first === undefined || solutions.some((other) => other.direction !== first.direction)) return undefined
  return { ...first, amount: rational.sum(solutions.map((solution) => solution.amount)) }
}
