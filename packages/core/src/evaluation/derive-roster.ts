import { type CellValue, isLost, type RegisterRow } from '../collection/index.ts'
import type { Register } from '../packs/index.ts'
import { dimensionsOf, isWithin } from './grains.ts'

/**
 * Rows for a register of units that nobody sent: one for each unit that the forms of the year name, with the cells that
 * stand there under the same column id. Who sent nothing at all cannot be found this way; callers must say so.
 */
export function deriveRoster(
  roster: Register,
  registers: readonly Register[],
  rows: readonly RegisterRow[],
  year: number,
): readonly RegisterRow[] {
  const units = new Map<string, RegisterRow>()
  const lost: RegisterRow[] = []
  for (const form of formsFor(roster, registers))
    for (const row of rows) {
      if (row.register !== form.id || row.year !== year) continue
      const own = sharedCells(roster, form, row)
      if (isLost(form, row)) {
        lost.push({ ...row, register: roster.id, values: own })
        continue
      }
      const code = keyOf(roster, own)
      const before = units.get(code)
      const source = before?.source ?? row.source
      if (code !== '') units.set(code, { register: roster.id, year, values: { ...own, ...before?.values }, source })
    }
  return [...[...units].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row), ...lost]
}

/** Registers about the same units, those that share most columns first. */
function formsFor(roster: Register, registers: readonly Register[]): readonly Register[] {
  const wanted = new Set(roster.columns.map((column) => column.id))
  const shared = (form: Register): number => form.columns.filter((column) => wanted.has(column.id)).length
  const dimensions = dimensionsOf(roster)
  return registers
    .filter((form) => form.id !== roster.id && dimensions.length > 0 && isWithin(dimensions, dimensionsOf(form)))
    .toSorted((a, b) => shared(b) - shared(a))
}

function sharedCells(roster: Register, form: Register, row: RegisterRow): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {}
  for (const column of roster.columns) {
    const twin = form.columns.find((other) =>
      column.dimension === undefined
        ? other.id === column.id && other.type === column.type
        : other.dimension === column.dimension,
    )
    const cell = twin === undefined ? undefined : row.values[twin.id]
    if (cell !== undefined) cells[column.id] = cell
  }
  return cells
}

const keyOf = (roster: Register, cells: Readonly<Record<string, CellValue>>): string =>
  roster.columns
    .filter((column) => column.dimension !== undefined)
    .map((column) => String(cells[column.id] ?? ''))
    .join('/')
