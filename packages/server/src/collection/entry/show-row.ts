import { shownEntry } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { CellGuard } from '../rows/cell-guard.ts'
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
  return { cells, refused: openRefused(register, refused, guard) }
}

/** Refused text of sealed columns is kept sealed too; whoever fills the form has to see what is wrong with it. */
export function openRefused(
  register: Register,
  refused: Readonly<Record<string, string>>,
  guard: CellGuard | undefined,
): Record<string, string> {
  const opened: Record<string, string> = { ...refused }
  if (guard === undefined) return opened
  for (const column of register.columns.filter(isSealed)) {
    const text = opened[column.id]
    if (text !== undefined) opened[column.id] = guard.reveal(column, text)
  }
  return opened
}
