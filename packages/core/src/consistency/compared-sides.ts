import { type AtPlace, type Program, shownValue, withUnit } from '../evaluation/index.ts'
import { compileNode, type Expression, type Node, printForReaders } from '../formula/index.ts'

/** One side of a comparison: what it is and what it comes to. */
export interface ComparedSide {
  readonly label: string
  readonly value: string
}

type CompareNode = Extract<Node, { kind: 'compare' }>

/** Both sides of the comparison that made a rule false; empty where the rule compares nothing. */
export function comparedSides(program: Program, environment: AtPlace): readonly ComparedSide[] {
  const { expression } = program
  const compare = expression && failedComparison(expression.node, environment)
  if (expression === undefined || compare === undefined) return []
  return [sideOf(expression, compare.left, environment), sideOf(expression, compare.right, environment)]
}

/** In 且 the first part that is false; in 或 the last one, for what stands before it says when the rule matters. */
function failedComparison(node: Node, environment: AtPlace): CompareNode | undefined {
  if (node.kind === 'compare') return node
  if (node.kind !== 'logic') return undefined
  const failed = node.operands.filter((operand) => compileNode(operand)(environment, undefined).content === false)
  const compares = failed.flatMap((operand) => failedComparison(operand, environment) ?? [])
  return node.operator === 'and' ? compares[0] : compares.at(-1)
}

function sideOf(expression: Expression, node: Node, environment: AtPlace): ComparedSide {
  const value = compileNode(node)(environment, undefined)
  return { label: printForReaders(expression, node.ast), value: withUnit(shownValue(value, undefined), unitOf(node)) }
}

/** Unit of a side that is one name; sums and products are shown without. */
function unitOf(node: Node): string | undefined {
  if (node.kind === 'scalar') return node.symbol.unit
  if (node.kind === 'lookup') return node.cell.column.unit
  return node.kind === 'sum' && node.terms[0] !== undefined ? unitOf(node.terms[0].node) : undefined
}
