import {
  type Change,
  type Environment,
  fromDecimal,
  known,
  leastChange,
  passOn,
  type Row,
  rational,
  type Value,
} from '../formula/index.ts'
import { DataRow } from './dataset.ts'
import type { AtPlace } from './evaluated-year.ts'
import type { Evaluation } from './evaluation.ts'
import { figureId } from './figure-id.ts'
import type { NodePlan, NodeVariant } from './plan-node.ts'
import { parseSymbolId, symbolId } from './symbol-id.ts'

/** What has to change, by how much, so that a standard is just met. */
export interface Solution extends Change {
  readonly unit: string | undefined
  readonly title: string
  /** What the input is now, and where it stands. */
  readonly start: rational.Rational
  readonly at: LeverPlace | undefined
}

/** A figure, or a cell of a register. */
export type LeverPlace =
  | { readonly kind: 'figure'; readonly figure: string }
  | { readonly kind: 'cell'; readonly row: DataRow; readonly column: string }

/** An input of a formula that can be given another number. */
interface Lever {
  readonly title: string
  readonly unit: string | undefined
  readonly start: rational.Rational
  readonly at: LeverPlace | undefined
  with(number: rational.Rational): Environment
}

/**
 * Smallest change of `gap.solve`, in whole steps, that meets the standard of an unmet indicator at one subject.
 * Proved by evaluating: the step before fails, the answer holds. Undefined when no change does.
 */
export function solveFor(
  evaluation: Evaluation,
  node: NodePlan,
  index: number,
  variant: NodeVariant,
): Solution | undefined {
  const gap = node.indicator?.gap
  const step = gap === undefined ? undefined : fromDecimal(gap.step)
  if (gap === undefined || step === undefined || rational.sign(step) <= 0 || variant.standard === undefined)
    return undefined
  const lever = findLever(evaluation, node, index, variant, gap.solve)
  if (lever === undefined) return undefined
  const standard = variant.standard
  const judged = symbolId({ kind: 'node', id: node.id, part: 'value' })
  const change = leastChange((amount) => {
    const environment = lever.with(rational.add(lever.start, amount))
    return standard.run(withScalar(environment, judged, variant.formula.run(environment))).content === true
  }, step)
  const { unit, title, start, at } = lever
  return change && { ...change, unit, title, start, at }
}

function findLever(
  evaluation: Evaluation,
  node: NodePlan,
  index: number,
  variant: NodeVariant,
  solve: string,
): Lever | undefined {
  const environment = evaluation.place(node.grain).at(index)
  const scope = evaluation.plan.scope(node.grain)
  const path = solve.split('.')
  const symbol = scope.findScalar(path)
  const dependencies = variant.formula.expression?.dependencies
  if (symbol !== undefined) {
    const start = environment.scalar(symbol.id).content
    if (!(start instanceof rational.Rational) || dependencies?.scalars.includes(symbol.id) !== true) return undefined
    return {
      title: symbol.title,
      unit: symbol.unit,
      start,
      at: figureOf(environment, symbol.id),
      with: (number) => withScalar(environment, symbol.id, known(number)),
    }
  }
  const rowset = scope.findRowset(path[0] ?? '')
  const column = rowset?.columns.find((candidate) => candidate.id === path[1] || candidate.title === path[1])
  const row = rowset === undefined ? undefined : environment.rows(rowset.id).rows[0]
  const start = column === undefined ? undefined : row?.get(column.id).content
  if (
    rowset === undefined ||
    column === undefined ||
    row === undefined ||
    !rowset.single ||
    !(start instanceof rational.Rational)
  )
    return undefined
  return {
    title: column.title,
    unit: column.unit,
    start,
    at: row instanceof DataRow ? { kind: 'cell', row, column: column.id } : undefined,
    with: (number) => withCell(environment, rowset.id, row, column.id, known(number)),
  }
}

/** The figure that a name stands for at a place; undefined for a name of something else. */
function figureOf(environment: AtPlace, id: string): LeverPlace | undefined {
  const target = parseSymbolId(id)
  if (target?.kind !== 'node' || target.part !== 'value') return undefined
  const grain = environment.evaluation.plan.node(target.id)?.grain ?? ''
  const index = environment.enclosing(grain)
  const subject = index === undefined ? undefined : environment.evaluation.subjects(grain).subjects[index]
  return subject && { kind: 'figure', figure: figureId(target.id, subject.id) }
}

/** The same names with one value put in its place. */
function withScalar(environment: Environment, id: string, value: Value): Environment {
  return { ...passOn(environment), scalar: (asked) => (asked === id ? value : environment.scalar(asked)) }
}

function withCell(environment: Environment, rowset: string, row: Row, column: string, value: Value): Environment {
  const changed: Row = {
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    get: (asked) => (asked === column ? value : row.get(asked)),
  }
  return {
    ...passOn(environment),
    rows: (asked) => (asked === rowset ? { rows: [changed], absent: [] } : environment.rows(asked)),
  }
}
