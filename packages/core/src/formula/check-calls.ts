import type { CallAst } from './ast.ts'
import {
  type CheckContext,
  fault,
  poison,
  type RowContext,
  report,
  requireType,
  type Typed,
  titleOf,
} from './check-context.ts'
import { scalarNode } from './check-names.ts'
import { convert, plainPercent, unify } from './check-units.ts'
import type { FunctionEntry } from './functions.ts'
import type { Node } from './ir.ts'
import { AGE, DAY, PURE, parseUnit, type Unit } from './units.ts'

const MAX_PLACES = 10

/** Same name of another year or period: 上年(x) is x[上年]. */
function checkShifted(context: CheckContext, entry: FunctionEntry, ast: CallAst, row: RowContext | undefined): Typed {
  const [name] = ast.args
  const kind = entry.id === 'previous_period' ? 'previous_period' : 'previous_year'
  const symbol = name?.kind === 'name' ? context.scope.findScalar(name.path) : undefined
  if (name?.kind !== 'name' || !symbol) {
    const checked = name ? context.visit(name, row) : poison(ast)
    return checked.type === undefined
      ? poison(ast)
      : fault(context, name ?? ast, 'literal_required', { name: ast.name, position: 1, expected: '名称' })
  }
  return scalarNode(context, symbol, name, [{ kind }])
}

function checkGrowth(context: CheckContext, entry: FunctionEntry, ast: CallAst, row: RowContext | undefined): Typed {
  const [now, before] = ast.args
  if (now === undefined) return poison(ast)
  const earlier = before ? context.visit(before, row) : checkShifted(context, entry, ast, row)
  const parts = [context.visit(now, row), earlier]
  if (parts.some((part) => part.type === undefined)) return poison(ast)
  if (!parts.every((part) => requireType(context, part, 'number', ast.name))) return poison(ast)
  context.division ??= ast.span
  const args = unify(context, parts, '比较增长').parts.map((part) => part.node)
  return { node: { kind: 'call', fn: 'growth', args, zero: context.zero, ast }, type: 'number', unit: PURE }
}

function checkFirstKnown(context: CheckContext, ast: CallAst, row: RowContext | undefined): Typed {
  const reason = ast.args.at(-1)
  if (reason?.kind !== 'text' || reason.text.trim() === '') return fault(context, reason ?? ast, 'reason_required')
  const parts = ast.args.slice(0, -1).map((arg) => context.visit(arg, row))
  if (parts.some((part) => part.type === undefined)) return poison(ast)
  const [first] = parts
  const other = parts.find((part) => part.type !== first?.type)
  if (other) return fault(context, ast, 'branch_types', { left: titleOf(first?.type), right: titleOf(other.type) })
  const { parts: ready, unit } =
    first?.type === 'number' ? unify(context, parts, '互相代替') : { parts, unit: undefined }
  const args = [...ready.map((part) => part.node), context.visit(reason, row).node]
  return { node: { kind: 'call', fn: 'first_known', args, zero: undefined, ast }, type: first?.type, unit }
}

/** Places after the point must stand in the formula itself, so that a reader sees them. */
function checkPlaces(context: CheckContext, ast: CallAst): boolean {
  const [, places] = ast.args
  if (places === undefined) return true
  if (places.kind !== 'number' || places.unit !== undefined || !/^\d+$/.test(places.text)) {
    report(context, places, 'literal_required', { name: ast.name, position: 2, expected: '小数位数' })
    return false
  }
  if (Number(places.text) <= MAX_PLACES) return true
  report(context, places, 'digits_out_of_range', { low: 0, high: MAX_PLACES })
  return false
}

function unitOfResult(entry: FunctionEntry, first: Typed | undefined, unified: Unit | undefined): Unit | undefined {
  if (entry.result !== 'number') return undefined
  switch (entry.id) {
    case 'age':
      return AGE
    case 'days_between':
      return DAY
    case 'year':
      return parseUnit('年')
    case 'month':
      return parseUnit('月')
    case 'ratio':
      return PURE
    case 'length':
      return undefined
    default:
      return entry.same ? unified : first?.unit
  }
}

function checkArguments(context: CheckContext, entry: FunctionEntry, ast: CallAst, row: RowContext | undefined): Typed {
  const parts = ast.args.map((arg) => context.visit(arg, row))
  const last = entry.args.at(-1) ?? 'number'
  const fits = parts.map((part, index) => {
    const expected = entry.args[index] ?? last
    return entry.id === 'is_reported' || requireType(context, part, expected, ast.name)
  })
  if (fits.includes(false) || parts.some((part) => part.type === undefined)) return poison(ast)
  const dated = entry.args[0] === 'date' && entry.args[1] === 'number'
  const { parts: ready, unit } = entry.same ? unify(context, parts, '放在一起') : { parts, unit: undefined }
  const args = ready.map((part, index): Node => {
    if (!dated || index === 0) return part.node
    return (part.unit && entry.id !== 'add_months' ? convertDays(context, entry, part) : part).node
  })
  if (entry.id === 'ratio') context.division ??= ast.span
  const zero = entry.id === 'ratio' ? context.zero : undefined
  return {
    node: { kind: 'call', fn: entry.id, args, zero, ast },
    type: entry.result,
    unit: unitOfResult(entry, parts[0], unit),
  }
}

function convertDays(context: CheckContext, entry: FunctionEntry, part: Typed): Typed {
  const workdays = parseUnit('工作日')
  const to = entry.id === 'add_workdays' && workdays && part.unit?.dimensions.has('workday') ? workdays : DAY
  return convert(context, part, to, '作为天数', part.node.ast)
}

/** A function over single values. */
export function checkCall(
  context: CheckContext,
  entry: FunctionEntry,
  ast: CallAst,
  row: RowContext | undefined,
): Typed {
  const count = ast.args.length
  if (count < entry.least || count > entry.most) {
    const expected = entry.least === entry.most ? String(entry.least) : `${entry.least}–${entry.most}`
    return fault(context, ast, 'wrong_arity', { name: ast.name, expected, count })
  }
  switch (entry.id) {
    case 'previous_year':
    case 'previous_period':
      return checkShifted(context, entry, ast, row)
    case 'growth':
      return checkGrowth(context, entry, ast, row)
    case 'first_known':
      return checkFirstKnown(context, ast, row)
    case 'round_half_up':
    case 'round_half_even': {
      if (!checkPlaces(context, ast)) return poison(ast)
      const [first] = ast.args
      const plain = first ? plainPercent(context.visit(first, row)) : poison(ast)
      if (!requireType(context, plain, 'number', ast.name) || plain.type === undefined) return poison(ast)
      const places = ast.args[1] ? context.visit(ast.args[1], row).node : undefined
      return {
        ...plain,
        node: { kind: 'call', fn: entry.id, args: places ? [plain.node, places] : [plain.node], zero: undefined, ast },
      }
    }
    default:
      return checkArguments(context, entry, ast, row)
  }
}
