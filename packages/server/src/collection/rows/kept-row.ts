import type { CellValue, RegisterRow } from '@eduduty/core/collection'
import type { Column, Register } from '@eduduty/core/packs'
import { exactValues, storable } from '../../platform/db/registers/exact-values.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { CellGuard } from './cell-guard.ts'

/** What of a row is written: `cells` in the order of the register's columns, null for 未报. */
export interface KeptRow {
  readonly exact: Readonly<Record<string, CellValue>> | null
  readonly refused: RegisterRow['refused'] | null
  readonly cells: readonly (CellValue | null)[]
}

/** A row as its register keeps it: what is sealed there is closed, taken and refused alike. `guard` is `guardOf` the register. */
export function keptRow(register: Register, row: RegisterRow, guard: CellGuard | undefined): KeptRow {
  return {
    exact: exactValues(register, row),
    refused: closedRefusal(register, row, guard),
    cells: register.columns.map((column) => closed(column, storable(column, row.values[column.id]), guard)),
  }
}

function closed(column: Column, value: CellValue | null, guard: CellGuard | undefined): CellValue | null {
  return guard !== undefined && typeof value === 'string' && isSealed(column) ? guard.close(column, value) : value
}

/** What was refused of a sealed column is as private as what was taken. */
function closedRefusal(register: Register, { refused }: RegisterRow, guard: CellGuard | undefined) {
  if (refused === undefined || guard === undefined) return refused ?? null
  const sealed = new Map(register.columns.filter(isSealed).map((column) => [column.id, column]))
  const close = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([id, text]) => {
        const column = sealed.get(id)
        return [id, column === undefined ? text : guard.close(column, text)]
      }),
    )
  const { cells, numbers } = refused
  return { ...refused, ...(cells && { cells: close(cells) }), ...(numbers && { numbers: close(numbers) }) }
}
