import type { CellValue, RegisterRow } from '@eduduty/core/collection'
import { fromJson, roundText } from '@eduduty/core/formula'
import type { Column, Register } from '@eduduty/core/packs'

/** Decimals of a number that is kept exactly beside its column. */
const DECIMALS = 9

/** A cell as its column can hold it: a fraction (10000/3 平方米) is rounded, null for 未报. */
export function storable(column: Column, cell: CellValue | undefined): CellValue | null {
  const fraction = cell === undefined ? undefined : fractionIn(column, cell)
  return fraction === undefined ? (cell ?? null) : roundText(fraction, DECIMALS, 'half_up')
}

/** The fractions of a row by column id, or null: numbers that no numeric column can hold exactly. */
export function exactValues(register: Register, row: RegisterRow): Readonly<Record<string, CellValue>> | null {
  const isFraction = ({ id, type }: Column): boolean => type === 'number' && String(row.values[id]).includes('/')
  if (!register.columns.some(isFraction)) return null
  const exact = Object.entries(row.values).filter(([id, cell]) => {
    const column = register.columns.find((candidate) => candidate.id === id)
    return column !== undefined && fractionIn(column, cell) !== undefined
  })
  return exact.length === 0 ? null : Object.fromEntries(exact)
}

/** True when a row holds a number that the database only has rounded. */
export const hasFraction = (register: Register, row: RegisterRow): boolean => exactValues(register, row) !== null

function fractionIn(column: Column, cell: CellValue): ReturnType<typeof fromJson> {
  return column.type === 'number' && typeof cell === 'string' && cell.includes('/') ? fromJson(cell) : undefined
}
