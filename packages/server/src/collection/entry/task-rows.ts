import type { RegisterRow, RowSource } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { CellGuard } from '../rows/cell-guard.ts'
import type { StoredRow } from '../rows/read-register-rows.ts'
import { openRefused } from './show-row.ts'

/** A row of the database has no file of its own here. */
const nowhere: RowSource = { file: '', sheet: '', row: undefined, cellOf: () => undefined }

/** A stored row as the rules see it, with its number to find it again. */
export interface RuleRow {
  readonly rowNo: number
  readonly row: RegisterRow
}

/** Stored rows as the rules see them: sealed cells opened. `guard` is needed only where a register has sealed columns. */
export function ruleRows(
  register: Register,
  year: number,
  rows: readonly StoredRow[],
  guard: CellGuard | undefined,
): readonly RuleRow[] {
  const sealed = guard === undefined ? [] : register.columns.filter(isSealed)
  return rows.map(({ rowNo, values, refused }) => {
    const opened = { ...values }
    for (const column of sealed) {
      const stored = opened[column.id]
      if (typeof stored === 'string' && guard !== undefined) opened[column.id] = guard.reveal(column, stored)
    }
    const row: RegisterRow = {
      register: register.id,
      year,
      values: opened,
      source: nowhere,
      ...(Object.keys(refused).length > 0 && { refused: { cells: openRefused(register, refused, guard) } }),
    }
    return { rowNo, row }
  })
}
