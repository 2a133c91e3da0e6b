import type { Register } from '../../packs/index.ts'
import { findNameColumn } from '../reading-plan.ts'
import type { CellPlace, CellValue, RegisterRow } from '../register-row.ts'
import type { Derivation, Term } from './add-up.ts'
import type { SchoolReading } from './read-statistics-workbook.ts'

/** A register row made of statistics sheets, with what each of its values was put together from. */
export interface StatisticsRow extends RegisterRow {
  readonly derived: ReadonlyMap<string, Derivation>
}

/** One row of one register on the way. */
export interface Slot {
  readonly register: string
  readonly where: Readonly<Record<string, string>>
  readonly terms: Map<string, readonly Term[]>
}

/** The row of a school in one register; undefined when the sheets gave nothing for it. */
export function statisticsRow(
  school: SchoolReading & { readonly code: string },
  readings: readonly SchoolReading[],
  slot: Slot,
  derived: ReadonlyMap<string, Derivation>,
  registers: readonly Register[],
): StatisticsRow | undefined {
  const register = registers.find(({ id }) => id === slot.register)
  const first = [...derived.values()][0]?.cells[0]
  if (register === undefined || first === undefined) return undefined
  const key = register.columns.find(({ id, dimension }) => dimension !== undefined && slot.where[id] === undefined)
  const name = findNameColumn(register)
  const values: Record<string, CellValue> = { ...slot.where }
  if (key !== undefined) values[key.id] = school.code
  if (name !== undefined && school.name !== undefined) values[name.id] = school.name
  for (const [column, { value }] of derived) values[column] = value
  const printed = readings.find(({ codeCell }) => codeCell !== undefined)
  const codePlace: CellPlace | undefined =
    printed?.codeCell === undefined ? undefined : { file: printed.file, sheet: printed.sheet, cell: printed.codeCell }
  const placeOf = (column: string): CellPlace | undefined =>
    column === key?.id ? (codePlace ?? first) : derived.get(column)?.cells[0]
  const cellOf = (column: string): string | undefined => placeOf(column)?.cell
  const source = { file: first.file, sheet: first.sheet, row: undefined, cellOf, placeOf }
  return { register: register.id, year: school.year, values, source, derived }
}
