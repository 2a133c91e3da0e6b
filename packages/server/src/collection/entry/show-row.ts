import { shownEntry } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { TaskPack } from '../packs/task-pack.ts'
import { type CellGuard, isSealed } from '../rows/cell-guard.ts'
import type { StoredRow } from '../rows/read-register-rows.ts'

/** A row as the form shows it: words for codes, masks for sealed cells; refused text as it was typed. */
export function showRow(
  pack: TaskPack,
  register: Register,
  { values, refused }: Pick<StoredRow, 'values' | 'refused'>,
  guard: CellGuard | undefined,
): { cells: Record<string, string>; refused: Record<string, string> } {
  const cells: Record<string, string> = {}
  for (const column of register.columns) {
    const value = values[column.id]
    if (value === undefined) continue
    cells[column.id] =
      guard !== undefined && isSealed(column) && typeof value === 'string'
        ? guard.mask(column, value)
        : shownEntry(value, column, pack.reading.codes)
  }
  return { cells, refused: { ...refused } }
}
