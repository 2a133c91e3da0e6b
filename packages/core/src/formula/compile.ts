import { evaluateAggregate } from './aggregate.ts'
import { addValues, divValues, mulValues, negateValue, subValues } from './arithmetic.ts'
import { callFunction } from './calls.ts'
import type { Environment, Row, RowView } from './environment.ts'
import type { AggregateNode, ColumnNode, Expression, Node, ProductFactor, Shift, ZeroPolicy } from './ir.ts'
import { compareValues, eitherValue, kleene, memberValue, notValue, underDoubt } from './logic.ts'
import { absorb, failed, known, missing, notApplicable } from './make-value.ts'
import { makeCause } from './problem.ts'
import { NumberTooLarge, type Rational } from './rational.ts'
import type { Value } from './value.ts'

/** One compiled part. `row` is there while the rows of an aggregate are walked. */
export type Run = (env: Environment, row: Row | undefined) => Value

const SHIFT_TITLES = { previous_year: '上年', previous_period: '上期', as_of: '截至', grain: '按' } as const
const shiftTitle = (shifts: readonly Shift[]): string =>
  shifts.map((shift) => SHIFT_TITLES[shift.kind] + (shift.detail === undefined ? '' : ` ${shift.detail}`)).join('、')

function unavailable(shifts: readonly Shift[]): Value {
  return failed([makeCause('qualifier_unavailable', { qualifier: shiftTitle(shifts) })])
}

function runScalar(id: string, shifts: readonly Shift[]): Run {
  if (shifts.length === 0) return (env) => env.scalar(id)
  return (env) => (env.scalarAt ? env.scalarAt(id, shifts) : unavailable(shifts))
}

export function rowsOf(env: Environment, rowset: string, shifts: readonly Shift[]): RowView | Value {
  if (shifts.length === 0) return env.rows(rowset)
  return env.rowsAt ? env.rowsAt(rowset, shifts) : unavailable(shifts)
}

function runColumn(node: ColumnNode): Run {
  const { id } = node.column
  const limits = node.low || node.high ? { low: node.low, high: node.high } : undefined
  const cell: Run = (_env, row) => {
    const value = row?.get(id) ?? missing([])
    return limits && value.status === 'missing' && !value.bounds ? missing(value.causes, limits) : value
  }
  const applicable = node.applicable && compileNode(node.applicable)
  if (!applicable) return cell
  return (env, row) => {
    const applies = applicable(env, row)
    if (applies.content === false) return notApplicable([])
    return applies.status === 'error' ? absorb([applies]) : cell(env, row)
  }
}

function runSum(terms: readonly { readonly negative: boolean; readonly node: Node }[]): Run {
  const [first, second] = terms
  if (!first) return () => failed([])
  const start = compileNode(first.node)
  if (second && terms.length === 2) {
    const other = compileNode(second.node)
    return second.negative
      ? (env, row) => subValues(start(env, row), other(env, row))
      : (env, row) => addValues(start(env, row), other(env, row))
  }
  const rest = terms
    .slice(1)
    .map((term) => ({ run: compileNode(term.node), operate: term.negative ? subValues : addValues }))
  return (env, row) => {
    let total = start(env, row)
    for (const { run, operate } of rest) total = operate(total, run(env, row))
    return total
  }
}

function runProduct(factors: readonly ProductFactor[], zero: ZeroPolicy | undefined): Run {
  const [first, second] = factors
  if (!first) return () => failed([])
  const start = compileNode(first.node)
  if (second && factors.length === 2) {
    const other = compileNode(second.node)
    return second.divide
      ? (env, row) => divValues(start(env, row), other(env, row), zero)
      : (env, row) => mulValues(start(env, row), other(env, row))
  }
  const rest = factors.slice(1).map((factor) => ({ run: compileNode(factor.node), divide: factor.divide }))
  return (env, row) => {
    let total = start(env, row)
    for (const { run, divide } of rest) {
      const operand = run(env, row)
      total = divide ? divValues(total, operand, zero) : mulValues(total, operand)
    }
    return total
  }
}

function runScale(factor: Rational, operand: Node): Run {
  const inner = compileNode(operand)
  const by = known(factor)
  return (env, row) => mulValues(inner(env, row), by)
}

function runLogic(operator: 'and' | 'or', operands: readonly Node[]): Run {
  const runs = operands.map(compileNode)
  const decisive = operator === 'or'
  return (env, row) => {
    const values: Value[] = []
    for (const run of runs) {
      const value = run(env, row)
      if (value.status === 'known' && value.content === decisive && value.causes.length === 0) return value
      values.push(value)
    }
    return kleene(decisive, values)
  }
}

interface CompiledBranch {
  readonly when: Run
  readonly result: Run
}

function runCase(branches: readonly { readonly when: Node; readonly result: Node }[], otherwise: Node): Run {
  const compiled = branches.map(({ when, result }) => ({ when: compileNode(when), result: compileNode(result) }))
  return compiled.reduceRight<Run>((rest, branch) => runBranch(branch, rest), compileNode(otherwise))
}

function runBranch({ when, result }: CompiledBranch, rest: Run): Run {
  return (env, row) => {
    const condition = when(env, row)
    if (condition.content === true) return underDoubt(result(env, row), condition)
    if (condition.content === false) return underDoubt(rest(env, row), condition)
    return condition.status === 'missing'
      ? eitherValue(condition, result(env, row), rest(env, row))
      : absorb([condition])
  }
}

function runAggregate(node: AggregateNode): Run {
  const filter = node.filter && compileNode(node.filter)
  const value = node.value && compileNode(node.value)
  const weight = node.weight && compileNode(node.weight)
  return (env) => {
    const ready = env.aggregate?.(node.key)
    if (ready) return ready
    const view = rowsOf(env, node.rowset.id, node.shifts)
    return 'rows' in view ? evaluateAggregate({ node, filter, value, weight }, env, view) : view
  }
}

function runLookup(node: Extract<Node, { kind: 'lookup' }>): Run {
  const filter = node.filter && compileNode(node.filter)
  const cell = compileNode(node.cell)
  const { rowset, column } = node.cell
  return (env) => {
    const view = rowsOf(env, rowset.id, node.shifts)
    if (!('rows' in view)) return view
    const [first, ...others] = filter ? [] : view.rows
    if (first && others.length === 0) return cell(env, first)
    const picked = view.rows.map((row) => ({ row, picks: filter ? filter(env, row) : known(true) }))
    const unsure = picked.filter(({ picks }) => picks.content === undefined && picks.status !== 'not_applicable')
    const sure = picked.filter(({ picks }) => picks.content === true)
    if (sure.length > 1)
      return failed([
        makeCause('more_than_one_row', { rowset: rowset.title, count: sure.length }, { register: rowset.id }),
      ])
    const [only] = sure
    if (only) return cell(env, only.row)
    if (unsure.length > 0) return absorb(unsure.map(({ picks }) => picks))
    if (view.absent.length > 0) return missing(view.absent)
    return missing([makeCause('missing_row', { rowset: rowset.title }, { register: rowset.id, column: column.id })])
  }
}

/** One part of a checked formula as a closure. */
export function compileNode(node: Node): Run {
  switch (node.kind) {
    case 'constant': {
      const { value } = node
      return () => value
    }
    case 'scalar':
      return runScalar(node.symbol.id, node.shifts)
    case 'column':
      return runColumn(node)
    case 'lookup':
      return runLookup(node)
    case 'aggregate':
      return runAggregate(node)
    case 'scale':
      return runScale(node.factor, node.operand)
    case 'sum':
      return runSum(node.terms)
    case 'product':
      return runProduct(node.factors, node.zero)
    case 'logic':
      return runLogic(node.operator, node.operands)
    case 'case':
      return runCase(node.branches, node.otherwise)
    case 'negate':
    case 'not': {
      const inner = compileNode(node.operand)
      const operate = node.kind === 'negate' ? negateValue : notValue
      return (env, row) => operate(inner(env, row))
    }
    case 'compare':
    case 'member': {
      const [left, right] = [compileNode(node.left), compileNode(node.right)]
      if (node.kind === 'member') return (env, row) => memberValue(left(env, row), right(env, row))
      const { operator } = node
      return (env, row) => compareValues(operator, left(env, row), right(env, row))
    }
    case 'call': {
      const args = node.args.map(compileNode)
      const { fn, zero } = node
      return (env, row) =>
        callFunction(
          fn,
          args.map((arg) => arg(env, row)),
          zero,
          env,
        )
    }
  }
}

/** A run outside rows. A number that outgrows all use is an error value, not an exception. */
function guarded(run: Run): (env: Environment) => Value {
  return (env) => {
    try {
      return run(env, undefined)
    } catch (refusal) {
      if (refusal instanceof NumberTooLarge) return failed([makeCause('number_too_large', {})])
      throw refusal
    }
  }
}

/** The formula as a function of its surroundings. Exact; never throws for data; every result says what it rests on. */
export const compile = (expression: Expression): ((env: Environment) => Value) => guarded(compileNode(expression.node))

/** One part of a formula, outside rows, worked out once. */
export const evaluateNode = (node: Node, env: Environment): Value => guarded(compileNode(node))(env)
