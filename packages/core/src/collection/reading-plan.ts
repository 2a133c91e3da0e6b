import type { CodeList, Register } from '../packs/index.ts'
import { type ColumnIndex, indexColumns } from './column-index.ts'
import { type CodeIndex, indexCodes } from './read-code.ts'
import type { RegisterRow } from './register-row.ts'

/** Registers and code lists made ready once, then used for every sheet. */
export interface ReadingPlan {
  readonly indexes: readonly ColumnIndex[]
  readonly codes: ReadonlyMap<string, CodeIndex>
}

/** Made once, then used for every sheet of a folder. */
export function planReading(registers: readonly Register[], codes: readonly CodeList[]): ReadingPlan {
  return { indexes: registers.map(indexColumns), codes: new Map(codes.map((list) => [list.id, indexCodes(list)])) }
}

/** Columns that tell the rows of a register apart. */
export function keyColumns(register: Register): readonly Register['columns'][number][] {
  const known = keysOf.get(register)
  if (known !== undefined) return known
  const keys = register.columns.filter((column) => column.dimension !== undefined)
  keysOf.set(register, keys)
  return keys
}

/** Asked for every row; nothing depends on what is remembered. */
const keysOf = new WeakMap<Register, readonly Register['columns'][number][]>()

/** True for a row that does not say whose it is: a key column has no usable value. */
export function isLost(register: Register, row: RegisterRow): boolean {
  return keyColumns(register).some((column) => row.values[column.id] === undefined)
}

/** The column that names the unit of a row to a reader. */
export function findNameColumn(register: Register): Register['columns'][number] | undefined {
  return register.columns.find(
    (column) => column.personal === undefined && column.type === 'text' && column.title.endsWith('名称'),
  )
}
