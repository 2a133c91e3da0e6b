import {
  displayValue,
  type Environment,
  type Expression,
  known,
  type Node,
  printForReaders,
  solveGaps,
  toJson,
} from '../formula/index.ts'
import type { EffectView } from './assessment.ts'
import type { Program } from './program.ts'

/**
 * How far what strikes is from turning: each number that alone, changed by so much, would make it strike, or stop it.
 * Empty where it hangs on yes or no, and where it is not known.
 */
export function effectDistance(program: Program, environment: Environment): NonNullable<EffectView['distance']> {
  const { expression } = program
  if (expression === undefined) return []
  const struck = program.run(environment).content
  if (typeof struck !== 'boolean') return []
  const opposite = struck ? negated(expression) : expression
  return solveGaps(opposite, environment).map(({ input, amount, direction }) => {
    const of = printForReaders(expression, input.ast)
    const unit = unitOf(input)
    const shown = displayValue(known(amount), unit === undefined ? {} : { unit })
    return {
      of,
      amount: toJson(amount),
      direction,
      text: `${of}${direction === 'more' ? '再增加' : '再减少'} ${shown}`,
    }
  })
}

function negated(expression: Expression): Expression {
  const { node } = expression
  return { ...expression, node: { kind: 'not', operand: node, ast: node.ast } }
}

function unitOf(input: Node): string | undefined {
  switch (input.kind) {
    case 'scalar':
      return input.symbol.unit
    case 'column':
      return input.column.unit
    case 'lookup':
      return input.cell.column.unit
    case 'aggregate':
      return input.fn === 'count' || input.value === undefined ? undefined : unitOf(input.value)
    default:
      return undefined
  }
}
