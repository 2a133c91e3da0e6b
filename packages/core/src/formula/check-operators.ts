import type { Ast, ChainAst } from './ast.ts'
import { checkRanks, codesOf, itemsOf, visitBeside, visitSides } from './check-codes.ts'
import {
  type CheckContext,
  constant,
  fault,
  poison,
  type RowContext,
  report,
  TYPE_TITLES,
  type Typed,
  titleOf,
} from './check-context.ts'
import { convert, plainPercent, unify } from './check-units.ts'
import type { Node, ProductFactor } from './ir.ts'
import { type Amount, keepsNumber, unitAfter } from './product-units.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import { getExact } from './rational-text.ts'
import { DAY, isPercent, isPercentPoint, parseUnit, type Unit } from './units.ts'

type Of<K extends Ast['kind']> = Extract<Ast, { kind: K }>

export function checkNumber(ast: Of<'number'>): Typed {
  const written = ast.unit === undefined ? undefined : parseUnit(ast.unit)
  return { node: constant(ast, getExact(ast.text)), type: 'number', unit: written && { ...written, literal: true } }
}

function checkLogic(context: CheckContext, ast: ChainAst, row: RowContext | undefined): Typed {
  const word = ast.level === 'and' ? '且' : '或'
  const operands = [ast.first, ...ast.rest.map((link) => link.operand)].map((part) => context.visit(part, row))
  const wrong = operands.filter((part) => part.type !== undefined && part.type !== 'truth')
  for (const { node, type } of wrong)
    report(context, node.ast, 'operand_type', { op: word, expected: TYPE_TITLES.truth, actual: titleOf(type) })
  if (wrong.length > 0) return poison(ast)
  if (operands.some((part) => part.type === undefined)) return poison(ast)
  const node: Node = {
    kind: 'logic',
    operator: ast.level === 'and' ? 'and' : 'or',
    operands: operands.map((part) => part.node),
    ast,
  }
  return { node, type: 'truth', unit: undefined }
}

interface Term {
  readonly negative: boolean
  readonly part: Typed
}

const PERCENT = parseUnit('%')
const POINTS = parseUnit('百分点')

/**
 * Unit of a sum of percentages and points: as many % added as taken away leave 百分点, one more leaves a %. Undefined for
 * any other sum, and where % are only added up: such terms are brought to one unit.
 */
function percentSumUnit(terms: readonly Term[]): Unit | undefined {
  const isShare = ({ part }: Term) => part.unit !== undefined && isPercent(part.unit)
  const isPoints = ({ part }: Term) => part.unit !== undefined && isPercentPoint(part.unit)
  if (!terms.every((term) => isShare(term) || isPoints(term))) return undefined
  if (!terms.some((term) => term.negative || isPoints(term))) return undefined
  const sharesLeft = terms.filter(isShare).reduce((left, { negative }) => left + (negative ? -1 : 1), 0)
  switch (sharesLeft) {
    case 0:
      return POINTS
    case 1:
      return PERCENT
    default:
      return undefined
  }
}

/** Terms whose units do not go by percentages are brought to one unit. */
function checkSumUnits(context: CheckContext, terms: readonly Term[], ast: Ast): Typed {
  const typed = terms.map((term) => term.part)
  const ofPercents = percentSumUnit(terms)
  const verb = terms.some((term) => term.negative) ? '相加减' : '相加'
  const { parts, unit } = ofPercents === undefined ? unify(context, typed, verb) : { parts: typed, unit: ofPercents }
  const node: Node = {
    kind: 'sum',
    terms: parts.map((part, index) => ({ negative: terms[index]?.negative ?? false, node: part.node })),
    ast,
  }
  return { node, type: 'number', unit }
}

function checkDateSum(context: CheckContext, terms: readonly Term[], ast: Ast): Typed {
  const [first, second] = terms
  const dates = terms.filter((term) => term.part.type === 'date').length
  if (!first || !second || first.part.type !== 'date' || terms.length > 2 || (dates === 2 && !second.negative))
    return fault(context, ast, 'date_arithmetic')
  if (dates === 2) {
    const args = [second.part.node, first.part.node]
    return { node: { kind: 'call', fn: 'days_between', args, zero: undefined, ast }, type: 'number', unit: DAY }
  }
  const days = convert(context, second.part, DAY, '作为天数', second.part.node.ast).node
  const shift: Node = second.negative ? { kind: 'negate', operand: days, ast: days.ast } : days
  return {
    node: { kind: 'call', fn: 'add_days', args: [first.part.node, shift], zero: undefined, ast },
    type: 'date',
    unit: undefined,
  }
}

function checkSum(context: CheckContext, ast: ChainAst, row: RowContext | undefined): Typed {
  const first: Term = { negative: false, part: context.visit(ast.first, row) }
  const terms = [
    first,
    ...ast.rest.map((link) => ({ negative: link.operator === '-', part: context.visit(link.operand, row) })),
  ]
  if (terms.some((term) => term.part.type === undefined)) return poison(ast)
  const wrong = terms.find(({ part }) => part.type !== 'number' && part.type !== 'date')
  if (wrong)
    return fault(context, wrong.part.node.ast, 'operand_type', {
      op: '+ -',
      expected: TYPE_TITLES.number,
      actual: titleOf(wrong.part.type),
    })
  return terms.some((term) => term.part.type === 'date')
    ? checkDateSum(context, terms, ast)
    : checkSumUnits(context, terms, ast)
}

const constantOf = (node: Node): Rational | undefined =>
  node.kind === 'constant' && node.value.content instanceof Rational ? node.value.content : undefined

const amountOf = ({ unit, node }: Typed): Amount => ({ unit, constant: constantOf(node) })

function checkProduct(context: CheckContext, ast: ChainAst, row: RowContext | undefined): Typed {
  const links = [
    { divide: false, part: ast.first },
    ...ast.rest.map((link) => ({ divide: link.operator === '÷', part: link.operand })),
  ]
  const factors: (ProductFactor & { readonly typed: Typed })[] = []
  for (const { divide, part } of links) {
    const typed = plainPercent(context.visit(part, row))
    if (typed.type !== undefined && typed.type !== 'number')
      return fault(context, part, 'operand_type', {
        op: '× ÷',
        expected: TYPE_TITLES.number,
        actual: titleOf(typed.type),
      })
    factors.push({ divide, node: typed.node, typed })
    if (!divide) continue
    const value = constantOf(typed.node)
    if (value && rational.isZero(value)) context.zeroDivision ??= part.span
    if (!value) context.division ??= part.span
  }
  const [first] = factors
  if (!first || factors.some((factor) => factor.typed.type === undefined)) return poison(ast)
  let sofar = amountOf(first.typed)
  for (const { typed, divide } of factors.slice(1)) {
    const factor = amountOf(typed)
    if (typed.node.ast.kind === 'number' && keepsNumber(sofar.unit, factor, divide)) context.silent.add(typed.node.ast)
    sofar = { unit: unitAfter(sofar, factor, divide), constant: undefined }
  }
  const node: Node = {
    kind: 'product',
    factors: factors.map(({ divide, node: part }) => ({ divide, node: part })),
    zero: context.zero,
    ast,
  }
  return { node, type: 'number', unit: sofar.unit }
}

export function checkChain(context: CheckContext, ast: ChainAst, row: RowContext | undefined): Typed {
  switch (ast.level) {
    case 'and':
    case 'or':
      return checkLogic(context, ast, row)
    case 'sum':
      return checkSum(context, ast, row)
    case 'product':
      return checkProduct(context, ast, row)
  }
}

/** Both sides of = ≠ < ≤ > ≥ in one type and unit. */
export function checkCompare(context: CheckContext, ast: Of<'compare'>, row: RowContext | undefined): Typed {
  const sides = visitSides(context, ast.left, ast.right, row)
  const { operator } = ast
  const byRank = operator === '=' || operator === '≠' ? undefined : checkRanks(context, operator, sides, ast)
  return byRank ?? compareParts(context, operator, sides.left, sides.right, ast)
}

function compareParts(
  context: CheckContext,
  operator: Of<'compare'>['operator'],
  left: Typed,
  right: Typed,
  ast: Ast,
): Typed {
  if (left.type === undefined || right.type === undefined) return poison(ast)
  if (left.type !== right.type || left.type === 'list')
    return fault(context, ast, 'compare_types', { left: titleOf(left.type), right: titleOf(right.type) })
  const ordered = operator !== '=' && operator !== '≠'
  if (ordered && (left.type === 'text' || left.type === 'truth')) return fault(context, ast, 'text_order')
  const [a, b] = left.type === 'number' ? unify(context, [left, right], '比较').parts : [left, right]
  return {
    node: { kind: 'compare', operator, left: (a ?? left).node, right: (b ?? right).node, ast },
    type: 'truth',
    unit: undefined,
  }
}

/** x 属于 (a, b) is x = a 或 x = b; a column or element that holds a list is looked into at run time. */
export function checkMember(context: CheckContext, ast: Of<'member'>, row: RowContext | undefined): Typed {
  const left = context.visit(ast.left, row)
  const codes = codesOf(left.node)
  const listed = itemsOf(ast.right, codes)
  if (!listed) {
    const right = context.visit(ast.right, row)
    if (left.type === undefined || right.type === undefined) return poison(ast)
    if (right.type !== 'list') return fault(context, ast.right, 'membership_needs_list')
    return { node: { kind: 'member', left: left.node, right: right.node, ast }, type: 'truth', unit: undefined }
  }
  const items = listed.map((item) => visitBeside(context, codes, item, row))
  const types = new Set(items.map((item) => item.type))
  if (types.size > 1) return fault(context, ast.right, 'mixed_list')
  const operands = items.map((item) => compareParts(context, '=', left, item, ast))
  if (operands.some((part) => part.type === undefined)) return poison(ast)
  return {
    node: { kind: 'logic', operator: 'or', operands: operands.map((part) => part.node), ast },
    type: 'truth',
    unit: undefined,
  }
}

export function checkCase(context: CheckContext, ast: Of<'case'>, row: RowContext | undefined): Typed {
  const branches = ast.branches.map((branch) => {
    const when = context.visit(branch.when, row)
    if (when.type !== undefined && when.type !== 'truth')
      report(context, branch.when, 'condition_not_truth', { actual: titleOf(when.type) })
    return { when, result: context.visit(branch.result, row) }
  })
  const otherwise = context.visit(ast.otherwise, row)
  const results = [...branches.map((branch) => branch.result), otherwise]
  if (results.some((part) => part.type === undefined)) return poison(ast)
  const other = results.find((part) => part.type !== otherwise.type)
  if (other) return fault(context, ast, 'branch_types', { left: titleOf(other.type), right: titleOf(otherwise.type) })
  const { parts, unit } =
    otherwise.type === 'number' ? unify(context, results, '作为同一结果') : { parts: results, unit: undefined }
  const node: Node = {
    kind: 'case',
    branches: branches.map((branch, index) => ({
      when: branch.when.node,
      result: (parts[index] ?? branch.result).node,
    })),
    otherwise: (parts.at(-1) ?? otherwise).node,
    ast,
  }
  return { node, type: otherwise.type, unit }
}
