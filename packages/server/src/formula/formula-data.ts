import {
  type ColumnSymbol,
  type Environment,
  fromDecimal,
  known,
  makeCause,
  missing,
  type Row,
  type Scope,
  type Value,
  type ValueType,
} from '@eduduty/core/formula'
import { DataFileError, type ExactJson, parseExactJson } from './parse-data.ts'

/** A value with its type; both are undefined for what is 未报. */
interface Cell {
  readonly type: ValueType | undefined
  readonly value: Value | undefined
}

export interface Register {
  /** Type of each column; undefined when no row has a value in it. */
  readonly types: ReadonlyMap<string, ValueType | undefined>
  readonly rows: readonly ReadonlyMap<string, Value>[]
}

/** The names of a data file with their values: scalars, and registers whose columns have one type each. */
export interface FormulaData {
  readonly values: ReadonlyMap<string, Cell>
  readonly registers: ReadonlyMap<string, Register>
}

export const NO_DATA: FormulaData = { values: new Map(), registers: new Map() }

const TITLES = { number: '数字', text: '文字', truth: '是非', date: '日期', list: '列表' } as const
const MAX_DIGITS = 100

function toCell(json: ExactJson, place: string): Cell {
  if (json.kind === 'number') {
    const content = json.text.length > MAX_DIGITS ? undefined : fromDecimal(json.text)
    if (content === undefined) throw new DataFileError(`${place}的数字“${json.text.slice(0, 30)}”位数或指数过大`)
    return { type: 'number', value: known(content) }
  }
  if (json.kind !== 'plain') throw new DataFileError(`${place}应当是数字、文字、true、false 或 null`)
  if (json.value === null) return { type: undefined, value: undefined }
  if (typeof json.value === 'string' && json.value.includes('\0'))
    throw new DataFileError(`${place}的文字里有空字符，请删去`)
  return { type: typeof json.value === 'string' ? 'text' : 'truth', value: known(json.value) }
}

function entriesOf(json: ExactJson | undefined, place: string): ReadonlyMap<string, ExactJson> {
  if (json === undefined) return new Map()
  if (json.kind !== 'object') throw new DataFileError(`${place}应当是 { } 括起的一组名称和值`)
  return json.entries
}

function readRegister(id: string, json: ExactJson): Register {
  if (json.kind !== 'array') throw new DataFileError(`台账“${id}”应当是 [ ] 括起的若干行`)
  const types = new Map<string, ValueType | undefined>()
  const cells = json.items.map((item, index) => {
    const place = `台账“${id}”第 ${index + 1} 行`
    const row = new Map<string, Value>()
    for (const [column, raw] of entriesOf(item, place)) {
      const cell = toCell(raw, `${place}“${column}”`)
      const type = types.get(column)
      if (cell.type !== undefined && type !== undefined && type !== cell.type)
        throw new DataFileError(`${place}“${column}”是${TITLES[cell.type]}，同一栏的前面各行是${TITLES[type]}，请统一`)
      types.set(column, type ?? cell.type)
      if (cell.value) row.set(column, cell.value)
    }
    return row
  })
  return { types, rows: cells }
}

/** Reads `{"values": {…}, "rows": {register: [{column: value}]}}`; null is 未报. Throws `DataFileError`. */
export function readFormulaData(source: string): FormulaData {
  const file = entriesOf(parseExactJson(source), '数据文件')
  for (const key of file.keys())
    if (key !== 'values' && key !== 'rows')
      throw new DataFileError(`数据文件里有不认识的“${key}”，只能有 values 和 rows`)
  const values = new Map<string, Cell>()
  for (const [name, json] of entriesOf(file.get('values'), 'values'))
    values.set(name, toCell(json, `values 的“${name}”`))
  const registers = new Map<string, Register>()
  for (const [id, json] of entriesOf(file.get('rows'), 'rows')) registers.set(id, readRegister(id, json))
  return { values, registers }
}

const withUnit = (type: ValueType): { type: ValueType; unit?: string } =>
  type === 'number' ? { type, unit: '?' } : { type }

/** The names of the data as a formula sees them. What is 未报 throughout counts as a number. */
export function scopeOf(data: FormulaData): Scope {
  return {
    findScalar: (path) => {
      const id = path.join('.')
      const cell = data.values.get(id)
      return cell && { kind: 'scalar', id, title: id, ...withUnit(cell.type ?? 'number') }
    },
    findRowset: (name) => {
      const register = data.registers.get(name)
      if (!register) return undefined
      const columns = [...register.types].map(
        ([id, type]): ColumnSymbol => ({ id, title: id, ...withUnit(type ?? 'number') }),
      )
      return { kind: 'rowset', id: name, title: name, source: 'register', columns, single: false }
    },
    names: () => [...data.values.keys(), ...data.registers.keys()],
  }
}

export function environmentOf(data: FormulaData): Environment {
  return {
    scalar: (id) => data.values.get(id)?.value ?? missing([makeCause('missing_value', { name: id })]),
    rows: (id) => ({
      absent: [],
      rows: (data.registers.get(id)?.rows ?? []).map((cells, index): Row => {
        const unit = `第 ${index + 1} 行`
        return {
          unit,
          get: (column) =>
            cells.get(column) ?? missing([makeCause('missing_cell', { column }, { register: id, unit, column })]),
        }
      }),
    }),
  }
}
