import type { Ast, CallAst, NameAst } from './ast.ts'
import { checkAggregate, missingRows, targetOf } from './check-aggregates.ts'
import { checkCall } from './check-calls.ts'
import {
  type CheckContext,
  constant,
  fault,
  poison,
  type RowContext,
  report,
  requireType,
  TYPE_TITLES,
  type Typed,
  titleOf,
} from './check-context.ts'
import { checkName, checkQualified } from './check-names.ts'
import { checkCase, checkChain, checkCompare, checkMember, checkNumber } from './check-operators.ts'
import { plainPercent, scaled } from './check-units.ts'
import { findAggregate, findFunction, functionTitles } from './functions.ts'
import type { Expression, Node, ZeroPolicy } from './ir.ts'
import { parse } from './parser.ts'
import { printAst } from './printer.ts'
import { nearestName, type Problem, type Span } from './problem.ts'
import * as rational from './rational.ts'
import type { ColumnSymbol, RowsetSymbol, Scope, ValueType } from './scope.ts'
import { ungluedSource } from './unglue.ts'
import { conversion, parseUnit, unitText } from './units.ts'

export interface CheckOptions {
  /** Type that the result must have. */
  readonly type?: ValueType
  /** Declared unit; the result is brought to it, or the formula is refused. */
  readonly unit?: string
  readonly zeroDenominator?: ZeroPolicy
  /** For what is to be published: refuses division without a policy, and by a zero that stands in the formula. */
  readonly requireZeroPolicy?: boolean
  readonly allowAggregates?: boolean
}

export interface CheckResult {
  readonly expression?: Expression
  readonly problems: readonly Problem[]
}

/** Nobody reads more at a time; the rest of the formula is left unchecked. */
const MAX_PROBLEMS = 50

function checkCallAst(context: CheckContext, ast: CallAst, row: RowContext | undefined): Typed {
  const aggregate = findAggregate(ast.name)
  const scalar = findFunction(ast.name)
  const target = aggregate && targetOf(context, ast)
  const [first] = ast.args
  const overRows =
    target &&
    (!row || (first && (first.kind === 'name' || first.kind === 'qualified') && target.values.length < ast.args.length))
  const severalCells =
    scalar && target?.rowset.single && ast.args.length > 1 && target.values.length === ast.args.length
  if (aggregate && target && overRows && !severalCells) return checkAggregate(context, aggregate, target, ast, row)
  if (aggregate && row && (!scalar || ast.args.length < scalar.least)) return fault(context, ast, 'nested_aggregate')
  if (aggregate && !scalar) return missingRows(context, aggregate, ast, row)
  if (aggregate && scalar && ast.args.length < scalar.least) return missingRows(context, aggregate, ast, row)
  if (scalar) return checkCall(context, scalar, ast, row)
  const near = nearestName(ast.name, functionTitles())
  return fault(
    context,
    { ...ast, span: { start: ast.span.start, end: ast.span.start + ast.name.length } },
    'unknown_function',
    { name: ast.name },
    near && `是否指“${near}”？`,
  )
}

function checkAst(context: CheckContext, ast: Ast, row: RowContext | undefined): Typed {
  switch (ast.kind) {
    case 'number':
      return checkNumber(ast)
    case 'text':
      return { node: constant(ast, ast.text), type: 'text', unit: undefined }
    case 'date':
      return { node: constant(ast, { date: ast.text }), type: 'date', unit: undefined }
    case 'truth':
      return { node: constant(ast, ast.value), type: 'truth', unit: undefined }
    case 'list':
      return fault(context, ast, 'list_not_allowed')
    case 'name':
      return checkName(context, ast, row)
    case 'qualified':
      return checkQualified(context, ast, row)
    case 'chain':
      return checkChain(context, ast, row)
    case 'compare':
      return checkCompare(context, ast, row)
    case 'member':
      return checkMember(context, ast, row)
    case 'case':
      return checkCase(context, ast, row)
    case 'call':
      return checkCallAst(context, ast, row)
    case 'negate':
    case 'not': {
      const operand = context.visit(ast.operand, row)
      const type = ast.kind === 'negate' ? 'number' : 'truth'
      if (operand.type === undefined) return poison(ast)
      if (!requireType(context, operand, type, ast.kind === 'negate' ? '负号' : '非')) return poison(ast)
      return { node: { kind: ast.kind, operand: operand.node, ast }, type, unit: operand.unit }
    }
  }
}

/** Applicability predicates are formulas of the register itself; one that comes back to its own column is refused. */
function applicabilityOf(
  outer: CheckContext,
  open: Set<string>,
  rowset: RowsetSymbol,
  column: ColumnSymbol,
  at: Span,
): Node | undefined {
  if (column.applicable === undefined) return undefined
  const key = `${rowset.id}.${column.id}`
  if (open.has(key)) {
    report(outer, at, 'circular_applicability', { name: column.title })
    return undefined
  }
  open.add(key)
  const { ast, problems } = parse(column.applicable)
  outer.problems.push(...problems)
  const inner = newContext(
    column.applicable,
    outer.scope,
    { zeroDenominator: outer.zero, allowAggregates: false },
    open,
  )
  const checked = ast && inner.visit(ast, { rowset })
  if (checked) requireType(inner, checked, 'truth', '适用条件')
  outer.problems.push(...inner.problems)
  for (const id of inner.scalars) outer.scalars.add(id)
  for (const name of inner.rowsets.get(rowset.id) ?? []) outer.rowsets.get(rowset.id)?.add(name)
  open.delete(key)
  return checked?.node
}

interface ContextOptions {
  readonly zeroDenominator?: ZeroPolicy | undefined
  readonly allowAggregates?: boolean
}

function newContext(source: string, scope: Scope, options: ContextOptions, open: Set<string>): CheckContext {
  const context: CheckContext = {
    source,
    scope,
    zero: options.zeroDenominator,
    allowAggregates: options.allowAggregates ?? true,
    problems: [],
    titles: new Map<NameAst, readonly string[]>(),
    silent: new Set<Ast>(),
    ids: new Map<NameAst, readonly string[]>(),
    scalars: new Set<string>(),
    rowsets: new Map<string, Set<string>>(),
    division: undefined,
    zeroDivision: undefined,
    visit: (ast, row) => (context.problems.length < MAX_PROBLEMS ? checkAst(context, ast, row) : poison(ast)),
    applicability: (rowset, column, at) => applicabilityOf(context, open, rowset, column, at),
  }
  return context
}

/** The result in the declared unit; without one, in a unit that has a name. */
function settleUnit(context: CheckContext, part: Typed, declared: string | undefined, ast: Ast): Typed {
  if (part.type !== 'number') return part
  if (declared === undefined) {
    const { unit } = part
    const composed = unit && unit.text === undefined && rational.equals(unit.hand, rational.ONE)
    if (!composed) return unit?.literal && unit.dimensions.size === 0 ? plainPercent(part) : part
    return {
      ...part,
      node: scaled(part.node, unit.factor, '', unitText(unit)),
      unit: { ...unit, factor: rational.ONE },
    }
  }
  const to = parseUnit(declared)
  if (to === undefined) return fault(context, ast, 'unknown_unit_declared', { text: declared })
  if (part.unit === undefined) return { ...part, unit: to }
  const factor = conversion(part.unit, to)
  if (factor === 'differs')
    return fault(context, ast, 'result_unit', { actual: unitText(part.unit) || '无单位的数', expected: declared })
  if (factor === 'ambiguous') return fault(context, ast, 'unit_scale_ambiguous', { right: declared })
  return { ...part, node: scaled(part.node, factor, unitText(part.unit), declared), unit: to }
}

function toExpression(context: CheckContext, part: Typed, type: ValueType, ast: Ast): Expression {
  const { unit } = part
  const byHand = unit && unit.text === undefined && !rational.equals(unit.hand, rational.ONE)
  const text = unit && !byHand ? unitText(unit) : ''
  const rowsets = [...context.rowsets].map(([id, columns]) => ({ id, columns: [...columns] }))
  return {
    node: part.node,
    ast,
    type,
    ...(text !== '' && { unit: text }),
    unitOf: unit,
    dependencies: { scalars: [...context.scalars], rowsets },
    titles: (name) => context.titles.get(name),
    silent: context.silent,
  }
}

function checkSource(source: string, scope: Scope, options: CheckOptions): CheckResult {
  const read = parse(source)
  if (!read.ast) return { problems: read.problems }
  const { ast } = read
  const context = newContext(source, scope, options, new Set())
  const checked = context.visit(ast, undefined)
  const { type } = checked
  if (type !== undefined && options.type !== undefined && type !== options.type)
    report(context, ast, 'result_type', { expected: TYPE_TITLES[options.type], actual: titleOf(type) })
  if (options.requireZeroPolicy && options.zeroDenominator === undefined && context.division)
    report(context, context.division, 'missing_zero_policy', {}, '写 zero_denominator: 不适用')
  if (options.requireZeroPolicy && context.zeroDivision) report(context, context.zeroDivision, 'constant_zero_division')
  const settled = context.problems.length === 0 ? settleUnit(context, checked, options.unit, ast) : checked
  if (context.problems.length > 0 || type === undefined) return { problems: context.problems }
  return { expression: toExpression(context, settled, type, ast), problems: [] }
}

/**
 * Checks names, types, units and policies of a formula against what the scope knows. `expression` is there exactly
 * when `problems` is empty; a formula with problems never throws.
 */
export function check(formula: string | Ast, scope: Scope, options: CheckOptions = {}): CheckResult {
  const source = typeof formula === 'string' ? formula : printAst(formula)
  const result = checkSource(source, scope, options)
  if (result.expression || !/且|或|属于|非/u.test(source)) return result
  const unglued = ungluedSource(source, scope)
  const second = unglued === source ? result : checkSource(unglued, scope, options)
  return second.expression ? second : result
}

/** A formula, or a part of it, for those who read and do not write it: without factors that say nothing, “做到” for "做到". */
export function printForReaders(expression: Expression, part: Ast = expression.ast): string {
  return printAst(part, expression.titles, { silent: expression.silent, curly: true })
}

/** Canonical Chinese text: titles for names, × ÷ ≥ ≤, parentheses only where they matter. */
export function print(formula: Expression | Ast): string {
  return 'titles' in formula ? printAst(formula.ast, formula.titles) : printAst(formula)
}
