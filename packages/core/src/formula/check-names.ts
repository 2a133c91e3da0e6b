import type { Ast, NameAst, QualifiedAst, Qualifier } from './ast.ts'
import { type CheckContext, fault, poison, type RowContext, report, requireType, type Typed } from './check-context.ts'
import { declaredUnit } from './check-units.ts'
import { findAggregate, findFunction } from './functions.ts'
import type { ColumnNode, Node, Shift } from './ir.ts'
import { nearestName } from './problem.ts'
import { fromDecimal } from './rational-text.ts'
import type { ColumnSymbol, RowsetSymbol, ScalarSymbol } from './scope.ts'

const findColumn = (rowset: RowsetSymbol, name: string): ColumnSymbol | undefined =>
  rowset.columns.find((column) => column.id === name || column.title === name)

/** The rowset that a dotted name begins with, unless the whole name is a scalar. */
export function rowsetOf(context: CheckContext, name: NameAst): RowsetSymbol | undefined {
  const [first = ''] = name.path
  return context.scope.findScalar(name.path) ? undefined : context.scope.findRowset(first)
}

export function noteColumns(context: CheckContext, rowset: RowsetSymbol, column?: string): void {
  const columns = context.rowsets.get(rowset.id) ?? new Set<string>()
  if (column !== undefined) columns.add(column)
  context.rowsets.set(rowset.id, columns)
}

function columnNode(context: CheckContext, rowset: RowsetSymbol, column: ColumnSymbol, name: NameAst): ColumnNode {
  noteColumns(context, rowset, column.id)
  const parts = rowset.source === 'register' ? [column.title] : column.title.split('.')
  const isBare = findColumn(rowset, name.path.join('.'))?.id === column.id
  context.titles.set(name, isBare ? parts : [rowset.title, ...parts])
  context.ids.set(name, [rowset.id, column.id])
  const limit = (text: string | undefined) => (text === undefined ? undefined : fromDecimal(text))
  const applicable = context.applicability(rowset, column, name.span)
  return { kind: 'column', rowset, column, low: limit(column.min), high: limit(column.max), applicable, ast: name }
}

const typedColumn = (context: CheckContext, node: ColumnNode): Typed => ({
  node,
  type: node.column.type,
  unit: node.column.type === 'number' ? declaredUnit(context, node.column.unit, node.ast) : undefined,
})

export function scalarNode(
  context: CheckContext,
  symbol: ScalarSymbol,
  name: NameAst,
  shifts: readonly Shift[],
): Typed {
  context.scalars.add(symbol.id)
  // A dotted title (参数.人数线, 生均图书.达标) is the whole path; a plain one is its last part.
  const whole = symbol.title.includes('.') ? symbol.title.split('.') : [...name.path.slice(0, -1), symbol.title]
  context.titles.set(name, name.path.length > 1 ? whole : [symbol.title])
  context.ids.set(name, [symbol.id])
  const unit = symbol.type === 'number' ? declaredUnit(context, symbol.unit, name) : undefined
  return { node: { kind: 'scalar', symbol, shifts, ast: name }, type: symbol.type, unit }
}

function unknownName(context: CheckContext, name: NameAst, row: RowContext | undefined): Typed {
  const text = name.path.join('.')
  if (name.path.length === 1 && (findFunction(text) ?? findAggregate(text)))
    return fault(context, name, 'function_without_parentheses', { name: text }, `写成 ${text}(…)`)
  const columns = row?.rowset.columns.map((column) => column.title) ?? []
  const candidates = [...columns, ...context.scope.names()]
  const glued = /^(.+?)(且|或|属于)(.+)$/u.exec(text)
  const advice = glued ? `若是两个条件，请在“${glued[2]}”两边空格` : undefined
  const near =
    glued && candidates.some((name) => name === glued[1] || name === glued[3])
      ? undefined
      : nearestName(text, candidates)
  return fault(context, name, 'unknown_name', { name: text }, near === undefined ? advice : `是否指“${near}”？`)
}

function unknownColumn(context: CheckContext, rowset: RowsetSymbol, name: NameAst): Typed {
  const text = name.path.slice(1).join('.')
  const near = nearestName(
    text,
    rowset.columns.map((column) => column.title),
  )
  const suggestion = near === undefined ? undefined : `是否指“${near}”？`
  return fault(context, name, 'unknown_column', { rowset: rowset.title, name: text }, suggestion)
}

/** A name on its own: column of the present row, single value, or the one row of a single rowset. */
export function checkName(context: CheckContext, name: NameAst, row: RowContext | undefined): Typed {
  const [first = '', ...more] = name.path
  const second = more.length === 0 ? undefined : more.join('.')
  const own = row ? findColumn(row.rowset, name.path.join('.')) : undefined
  if (row && own) return typedColumn(context, columnNode(context, row.rowset, own, name))
  const scalar = context.scope.findScalar(name.path)
  if (scalar) return scalarNode(context, scalar, name, [])
  const rowset = context.scope.findRowset(first)
  if (!rowset) return unknownName(context, name, row)
  if (second === undefined)
    return fault(context, name, 'rowset_as_value', { name: first }, `例如 计数(${rowset.title})`)
  const column = findColumn(rowset, second)
  if (!column) return unknownColumn(context, rowset, name)
  const cell = columnNode(context, rowset, column, name)
  if (row && row.rowset.id === rowset.id) return typedColumn(context, cell)
  if (rowset.single) return lookup(context, cell, undefined, [], name)
  if (row) return fault(context, name, 'mixed_rowsets', { first: row.rowset.title, second: rowset.title })
  return fault(
    context,
    name,
    'column_outside_aggregate',
    { name: name.path.join('.') },
    `例如 合计(${rowset.title}.${column.title})`,
  )
}

function lookup(
  context: CheckContext,
  cell: ColumnNode,
  filter: Node | undefined,
  shifts: readonly Shift[],
  ast: Ast,
): Typed {
  return { ...typedColumn(context, cell), node: { kind: 'lookup', cell, filter, shifts, ast } }
}

const qualifierText = (qualifier: Qualifier): string =>
  ({ filter: '条件', grain: '按', previous_year: '上年', previous_period: '上期', as_of: '截至' })[qualifier.kind]

/** Qualifiers other than conditions, each at most once. */
export function shiftsOf(context: CheckContext, qualifiers: readonly Qualifier[]): readonly Shift[] {
  const shifts: Shift[] = []
  for (const qualifier of qualifiers) {
    if (qualifier.kind === 'filter') continue
    if (shifts.some((shift) => shift.kind === qualifier.kind))
      report(context, qualifier.span, 'duplicate_qualifier', { text: qualifierText(qualifier) })
    else if (qualifier.kind === 'grain') shifts.push({ kind: 'grain', detail: qualifier.grain })
    else if (qualifier.kind === 'as_of') shifts.push({ kind: 'as_of', detail: qualifier.date })
    else shifts.push({ kind: qualifier.kind })
  }
  return shifts
}

/** All conditions of the brackets and-ed, checked per row. */
export function filterOf(context: CheckContext, qualifiers: readonly Qualifier[], row: RowContext): Node | undefined {
  const conditions = qualifiers.flatMap((qualifier) => (qualifier.kind === 'filter' ? [qualifier.condition] : []))
  const nodes = conditions.map((condition) => {
    const checked = context.visit(condition, row)
    requireType(context, checked, 'truth', '筛选条件')
    return checked.node
  })
  const [first] = nodes
  if (first === undefined || nodes.length === 1) return first
  return { kind: 'logic', operator: 'and', operands: nodes, ast: first.ast }
}

/** A name with brackets: a value of another period, or the one row that a condition picks. */
export function checkQualified(context: CheckContext, ast: QualifiedAst, row: RowContext | undefined): Typed {
  const { base, qualifiers } = ast
  const condition = qualifiers.find((qualifier) => qualifier.kind === 'filter')
  const scalar = context.scope.findScalar(base.path)
  const name = base.path.join('.')
  if (scalar) {
    if (condition)
      return fault(context, { ...ast, span: condition.span }, 'filter_on_value', {
        name,
      })
    return scalarNode(context, scalar, base, shiftsOf(context, qualifiers))
  }
  if (row && row.rowset.columns.length > 0 && (base.path.length === 1 || context.scope.findRowset(base.path[0] ?? '')))
    return fault(context, ast, 'filter_in_row')
  const [first = '', ...more] = base.path
  const second = more.length === 0 ? undefined : more.join('.')
  const rowset = context.scope.findRowset(first)
  if (!rowset) {
    const near = nearestName(first, context.scope.names())
    return fault(context, base, 'unknown_rowset', { name: first }, near === undefined ? undefined : `是否指“${near}”？`)
  }
  if (second === undefined)
    return fault(context, ast, 'rowset_as_value', { name: first }, `例如 计数(${rowset.title}[…])`)
  const column = findColumn(rowset, second)
  if (!column) return unknownColumn(context, rowset, base)
  const filter = filterOf(context, qualifiers, { rowset })
  const cell = columnNode(context, rowset, column, base)
  if (!filter && !rowset.single) return fault(context, ast, 'column_outside_aggregate', { name }, `例如 合计(${name})`)
  return filter?.kind === 'constant' && filter.value.status === 'error'
    ? poison(ast)
    : lookup(context, cell, filter, shiftsOf(context, qualifiers), ast)
}
