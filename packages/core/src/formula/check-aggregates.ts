import { type Ast, type CallAst, type NameAst, partsOf, type QualifiedAst, type Qualifier } from './ast.ts'
import {
  type CheckContext,
  constant,
  fault,
  poison,
  type RowContext,
  report,
  requireType,
  type Typed,
} from './check-context.ts'
import { filterOf, noteColumns, rowsetOf, shiftsOf } from './check-names.ts'
import type { AggregateEntry, AggregateId } from './functions.ts'
import type { AggregateNode, Node, Shift } from './ir.ts'
import { printAst } from './printer.ts'
import type { RowsetSymbol } from './scope.ts'
import { ITEM, PURE } from './units.ts'

/** The rows an aggregate ranges over, and the arguments that are read per row. */
interface Target {
  readonly rowset: RowsetSymbol
  readonly qualifiers: readonly Qualifier[]
  readonly values: readonly Ast[]
  /** Later arguments that name the rows with brackets once more: 差异系数(学校[…].值, 学校[…].学生数). */
  readonly repeated: readonly QualifiedAst[]
}

function firstRowset(context: CheckContext, ast: Ast): RowsetSymbol | undefined {
  if (ast.kind === 'name') return rowsetOf(context, ast)
  for (const part of partsOf(ast)) {
    const found = firstRowset(context, part)
    if (found) return found
  }
  return undefined
}

/** Reads the arguments as rows: 班级[…], 班级.人数[…], or an expression over 班级.人数; undefined when none is named. */
export function targetOf(context: CheckContext, ast: CallAst): Target | undefined {
  const [first, ...rest] = ast.args
  if (first === undefined) return undefined
  const base: NameAst | undefined = first.kind === 'name' ? first : first.kind === 'qualified' ? first.base : undefined
  const qualifiers = first.kind === 'qualified' ? first.qualifiers : []
  const rowset = base && rowsetOf(context, base)
  if (base && rowset) {
    if (base.path.length === 1) context.titles.set(base, [rowset.title])
    if (base.path.length === 1) context.ids.set(base, [rowset.id])
    const repeats = (arg: Ast): arg is QualifiedAst =>
      arg.kind === 'qualified' && arg.base.path.length > 1 && rowsetOf(context, arg.base) === rowset
    const others = rest.map((arg) => (repeats(arg) ? arg.base : arg))
    const values = base.path.length > 1 ? [base, ...others] : others
    return { rowset, qualifiers, values, repeated: rest.filter(repeats) }
  }
  const inside = base ? undefined : firstRowset(context, first)
  return inside && { rowset: inside, qualifiers: [], values: ast.args, repeated: [] }
}

function resultOf({ gives }: AggregateEntry, value: Typed | undefined): Pick<Typed, 'type' | 'unit'> {
  switch (gives) {
    case 'truth':
      return { type: 'truth', unit: undefined }
    case 'rows':
      return { type: 'number', unit: ITEM }
    case 'pure':
      return { type: 'number', unit: PURE }
    case 'same':
      return { type: 'number', unit: value?.unit }
  }
}

const conjunction = (first: Node | undefined, second: Node | undefined): Node | undefined =>
  first && second ? { kind: 'logic', operator: 'and', operands: [first, second], ast: second.ast } : (first ?? second)

const shiftText = (shift: Shift): string => `${shift.kind}:${shift.detail ?? ''}`

const textIn = (context: CheckContext, ast: Ast): string => printAst(ast, (name) => context.ids.get(name))

const filterTexts = (context: CheckContext, qualifiers: readonly Qualifier[]): readonly string[] =>
  qualifiers.flatMap((qualifier) => (qualifier.kind === 'filter' ? [textIn(context, qualifier.condition)] : []))

/** Names the aggregate by what it computes, in ids, so that two ways of writing it share one result. */
function keyOf(context: CheckContext, fn: AggregateId, target: Target, shifts: readonly Shift[]): string {
  const filters = filterTexts(context, target.qualifiers)
  const rows = `${target.rowset.id}[${[...filters, ...shifts.map(shiftText)].join(', ')}]`
  return `${fn}(${[rows, ...target.values.map((ast) => textIn(context, ast))].join('; ')})${context.zero ?? ''}`
}

/** Brackets that stand in several arguments must pick the same rows; they are compared in ids, in any order. */
function checkRepeated(context: CheckContext, target: Target, row: RowContext): void {
  const rowsOf = (qualifiers: readonly Qualifier[]): string =>
    [...filterTexts(context, qualifiers), ...shiftsOf(context, qualifiers).map(shiftText)].toSorted().join(', ')
  for (const { base, qualifiers } of target.repeated) {
    filterOf(context, qualifiers, row)
    if (rowsOf(qualifiers) === rowsOf(target.qualifiers)) continue
    const [first, last] = [qualifiers[0], qualifiers.at(-1)]
    const span = first && last ? { start: first.span.start, end: last.span.end } : base.span
    report(context, span, 'filters_differ')
  }
}

function aggregateNode(
  context: CheckContext,
  fn: AggregateId,
  target: Target,
  values: readonly Typed[],
  filter: Node | undefined,
  ast: CallAst,
): AggregateNode {
  const shifts = shiftsOf(context, target.qualifiers)
  const [value, weight] = values
  const merged = fn === 'count' ? conjunction(filter, value?.node) : filter
  const predicate = fn === 'exists' && !value ? constant(ast, true) : value?.node
  return {
    kind: 'aggregate',
    fn: fn === 'exists' ? 'any' : fn,
    rowset: target.rowset,
    filter: merged,
    value: fn === 'count' ? undefined : predicate,
    weight: weight?.node,
    shifts,
    key: keyOf(context, fn, target, shifts),
    ast,
  }
}

/** An aggregate over the rows of one set. */
export function checkAggregate(
  context: CheckContext,
  entry: AggregateEntry,
  target: Target,
  ast: CallAst,
  outer: RowContext | undefined,
): Typed {
  if (outer) return fault(context, ast, 'nested_aggregate')
  if (!context.allowAggregates) return fault(context, ast, 'aggregate_not_allowed', { name: ast.name })
  const { rowset, values } = target
  if (values.length < entry.least || values.length > entry.most) {
    const bare = ast.args.length - values.length
    const expected = [...new Set([entry.least + bare, entry.most + bare])].join('–')
    return fault(
      context,
      ast,
      'wrong_arity',
      { name: ast.name, expected, count: ast.args.length },
      `例如 ${entry.example}`,
    )
  }
  noteColumns(context, rowset)
  const before = context.problems.length
  const row: RowContext = { rowset }
  const filter = filterOf(context, target.qualifiers, row)
  checkRepeated(context, target, row)
  const checked = values.map((value) => context.visit(value, row))
  for (const part of checked) requireType(context, part, entry.reads, ast.name)
  if (context.problems.length > before || checked.some((part) => part.type === undefined)) return poison(ast)
  return { node: aggregateNode(context, entry.id, target, checked, filter, ast), ...resultOf(entry, checked[0]) }
}

/** No rows were named where an aggregate needs them. */
export function missingRows(
  context: CheckContext,
  entry: AggregateEntry,
  ast: CallAst,
  row: RowContext | undefined,
): Typed {
  const before = context.problems.length
  for (const arg of ast.args) context.visit(arg, row)
  if (context.problems.length === before)
    report(context, ast.args[0] ?? ast, 'aggregate_needs_rows', { name: ast.name, example: entry.example })
  return poison(ast)
}
