import { isLost, type RegisterRow } from '../collection/index.ts'
import { type Cause, failed, type Row, type Value } from '../formula/index.ts'
import type { Column, Pack, Register } from '../packs/index.ts'
import { cellValue, withDoubt } from './cell-value.ts'
import { dimensionsOf } from './grains.ts'

/** Joins the values of dimensions to one key; the sign cannot stand in a code. */
export const joinKey = (values: readonly string[]): string => values.join(SEPARATOR)
export const splitKey = (key: string): readonly string[] => key.split(SEPARATOR)

const SEPARATOR = '\u001f'

/** Doubtful cells of a register: row → column → the checks that failed. */
export type Doubts = ReadonlyMap<RegisterRow, ReadonlyMap<string, readonly Cause[]>>

/** One row of a register as formulas see it. */
export class DataRow implements Row {
  readonly source: RegisterRow
  readonly table: RegisterTable
  readonly unit: string
  /** Position among the rows of its table. */
  readonly index: number
  /** By position of the column. */
  private readonly cells: (Value | undefined)[] = []

  constructor(table: RegisterTable, source: RegisterRow, index: number) {
    this.index = index
    this.table = table
    this.source = source
    this.unit = table.unitColumn === undefined ? '' : String(source.values[table.unitColumn] ?? '')
  }

  get(id: string): Value {
    const at = this.table.positions.get(id)
    const made = at === undefined ? undefined : this.cells[at]
    if (made !== undefined) return made
    const column = this.table.columns.get(id)
    if (at === undefined || column === undefined) return failed([{ code: 'no_column', message: `没有“${id}”这一栏` }])
    const value = this.read(column)
    this.cells[at] = value
    return value
  }

  dimension(dimension: string): string {
    const column = this.table.dimensionColumns.get(dimension)
    return column === undefined ? '' : String(this.source.values[column] ?? '')
  }

  private read(column: Column): Value {
    const value = cellValue(column, this.source.values[column.id], () => this.absence(column))
    return withDoubt(value, this.table.doubts.get(this.source)?.get(column.id) ?? [])
  }

  /** Why a cell holds nothing: refused with its row, refused itself, or never filled. */
  private absence(column: Column): Cause {
    const { register, nameOf } = this.table
    const of = `${nameOf(this.unit)}的${register.title}`
    const whose = { register: register.id, ...(this.unit === '' ? {} : { unit: this.unit }) }
    const { row, cells } = this.source.refused ?? {}
    if (row !== undefined) return { code: 'refused_row', message: `${of}${row}，没有采用`, ...whose }
    const found = cells?.[column.id]
    return found === undefined
      ? { code: 'missing_cell', message: `${of}未填“${column.title}”`, ...whose, column: column.id }
      : {
          code: 'refused_cell',
          message: `${of}“${column.title}”填的“${found}”未被采用`,
          ...whose,
          column: column.id,
        }
  }
}

/** The rows of one register in one year. */
export class RegisterTable {
  readonly register: Register
  readonly columns: ReadonlyMap<string, Column>
  readonly positions: ReadonlyMap<string, number>
  readonly dimensions: readonly string[]
  /** Dimension → id of its column. */
  readonly dimensionColumns: ReadonlyMap<string, string>
  /** Column of the dimension that tells reporting units apart. */
  readonly unitColumn: string | undefined
  readonly nameOf: (unit: string) => string
  readonly doubts: Doubts
  /** All rows as they came. */
  readonly sources: readonly RegisterRow[]
  readonly rows: readonly DataRow[]
  /** Rows that do not say whose they are. */
  readonly lost: readonly DataRow[]
  private readonly groups = new Map<string, ReadonlyMap<string, readonly DataRow[]>>()

  constructor(
    pack: Pack,
    register: Register,
    rows: readonly RegisterRow[],
    nameOf: (unit: string) => string,
    doubts: Doubts,
  ) {
    this.register = register
    this.columns = new Map(register.columns.map((column) => [column.id, column]))
    this.positions = new Map(register.columns.map((column, at) => [column.id, at]))
    this.dimensions = dimensionsOf(register)
    this.dimensionColumns = new Map(
      register.columns.flatMap((column) =>
        column.dimension === undefined ? [] : [[column.dimension, column.id] as const],
      ),
    )
    const unit = pack.dimensions?.find(
      (dimension) => dimension.kind === 'unit' && this.dimensions.includes(dimension.id),
    )
    this.unitColumn = unit === undefined ? undefined : this.dimensionColumns.get(unit.id)
    this.nameOf = nameOf
    this.doubts = doubts
    this.sources = rows
    const all = rows.map((row, index) => new DataRow(this, row, index))
    this.lost = all.filter((row) => isLost(register, row.source))
    this.rows = this.lost.length === 0 ? all : all.filter((row) => !isLost(register, row.source))
  }

  /** One cause for all lost rows, naming where the first ones stand. */
  lostCause(): Cause {
    const keys = this.register.columns.filter(
      (column) => column.dimension !== undefined && this.lost.some((row) => row.source.values[column.id] === undefined),
    )
    const places = this.lost.flatMap((row) => row.source.refused?.row ?? [])
    const shown = places.slice(0, 3).join('、')
    return {
      code: 'lost_row',
      message: `${this.register.title}有 ${this.lost.length} 行因${keys.map((key) => key.title).join('、')}无效未采用${shown === '' ? '' : `：${shown}${places.length > 3 ? ' 等' : ''}`}`,
      register: this.register.id,
    }
  }

  /** Rows by the values of some of the key's dimensions; grouped once per set of dimensions. */
  groupBy(dimensions: readonly string[]): ReadonlyMap<string, readonly DataRow[]> {
    const name = dimensions.join()
    const made = this.groups.get(name)
    if (made !== undefined) return made
    const groups = new Map<string, DataRow[]>()
    for (const row of this.rows) {
      const key = joinKey(dimensions.map((dimension) => row.dimension(dimension)))
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
    this.groups.set(name, groups)
    return groups
  }
}
