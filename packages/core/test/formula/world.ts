import {
  type CheckOptions,
  check,
  compile,
  type Environment,
  fromDecimal,
  known,
  makeCause,
  missing,
  type Problem,
  Rational,
  type Row,
  type RowsetSymbol,
  type ScalarSymbol,
  type Scope,
  toJson,
  type Value,
  type ValueType,
} from '../../src/formula/index.ts'

export type Cell = number | string | boolean | null | Value | { readonly date: string }

export interface World {
  readonly values?: Readonly<Record<string, Cell>>
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>
  readonly units?: Readonly<Record<string, string>>
  readonly rowsets?: Readonly<Record<string, Partial<RowsetSymbol>>>
  readonly absent?: Readonly<Record<string, readonly string[]>>
  readonly environment?: Partial<Environment>
}

/** Numbers given as text such as `'12.5'` would be text, so exact decimals are written with `exact('12.5')`. */
export const exact = (text: string): Value => known(fromDecimal(text) ?? text)

const isValue = (cell: Cell): cell is Value => typeof cell === 'object' && cell !== null && 'status' in cell

export function toValue(name: string, cell: Cell | undefined): Value {
  if (cell === undefined || cell === null) return missing([makeCause('missing_value', { name })])
  if (isValue(cell)) return cell
  if (typeof cell === 'number') return known(fromDecimal(String(cell)) ?? false)
  return known(cell)
}

function typeOf(cell: Cell | undefined): ValueType {
  if (cell === null || cell === undefined) return 'number'
  if (typeof cell === 'string') return 'text'
  if (typeof cell === 'boolean') return 'truth'
  if (isValue(cell)) {
    const { content } = cell
    if (typeof content === 'string') return 'text'
    if (typeof content === 'boolean') return 'truth'
    return typeof content === 'object' && !(content instanceof Rational) && 'date' in content ? 'date' : 'number'
  }
  return typeof cell === 'object' ? 'date' : 'number'
}

export function scopeOf(world: World): Scope {
  const scalars = new Map<string, ScalarSymbol>()
  for (const [name, cell] of Object.entries(world.values ?? {})) {
    const unit = world.units?.[name]
    scalars.set(name, {
      kind: 'scalar',
      id: name,
      title: name,
      type: typeOf(cell),
      ...(unit !== undefined && { unit }),
    })
  }
  const rowsets = new Map<string, RowsetSymbol>()
  for (const [name, rows] of Object.entries(world.rows ?? {})) {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const columns = names.map((id) => {
      const unit = world.units?.[`${name}.${id}`]
      return {
        id,
        title: id,
        type: typeOf(rows.map((row) => row[id]).find((cell) => cell !== null)),
        ...(unit !== undefined && { unit }),
      }
    })
    rowsets.set(name, {
      kind: 'rowset',
      id: name,
      title: name,
      source: 'register',
      columns,
      single: false,
      ...world.rowsets?.[name],
    })
  }
  return {
    findScalar: (path) => scalars.get(path.join('.')),
    findRowset: (name) => rowsets.get(name),
    names: () => [...scalars.keys(), ...rowsets.keys()],
  }
}

export function environmentOf(world: World): Environment {
  return {
    scalar: (id) => toValue(id, world.values?.[id]),
    rows: (id) => ({
      rows: (world.rows?.[id] ?? []).map(
        (row, index): Row => ({ unit: `第${index + 1}校`, get: (column) => toValue(column, row[column]) }),
      ),
      absent: (world.absent?.[id] ?? []).map((unit) => ({
        ...makeCause('missing_row', { rowset: id }),
        register: id,
        unit,
      })),
    }),
    ...world.environment,
  }
}

export function problemsOf(source: string, world: World = {}, options: CheckOptions = {}): readonly Problem[] {
  return check(source, scopeOf(world), options).problems
}

export function evaluate(source: string, world: World = {}, options: CheckOptions = {}): Value {
  const { expression, problems } = check(source, scopeOf(world), options)
  if (!expression) throw new Error(problems.map((problem) => `${problem.code} ${problem.message}`).join('; '))
  return compile(expression)(environmentOf(world))
}

/** Content as short text, or the status when there is none. */
export function show(value: Value): string {
  const { content } = value
  if (content === undefined) return value.status
  if (content instanceof Rational) return toJson(content)
  if (typeof content === 'object' && 'date' in content) return content.date
  return String(content)
}

export const run = (source: string, world: World = {}, options: CheckOptions = {}): string =>
  show(evaluate(source, world, options))
