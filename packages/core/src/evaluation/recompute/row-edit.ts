import { isLost, type RegisterRow } from '../../collection/index.ts'
import type { YearData } from '../year-data.ts'
import { type PinnedColumns, pinnedColumns } from './pinned-columns.ts'
import type { ChangedCells } from './reach.ts'

/** A row that takes another one's place; without `before` it is new, without `after` it goes. */
export interface RowEdit {
  readonly before?: RegisterRow | undefined
  readonly after?: RegisterRow | undefined
}

/** The rows of an edit, the former one first. */
export const rowsOf = ({ before, after }: RowEdit): readonly RegisterRow[] =>
  [before, after].filter((row) => row !== undefined)

/**
 * Which cells edits change; undefined where they may change who is expected or who counts: then everything has to be
 * evaluated anew.
 */
export function cellsOf(data: YearData, edits: readonly RowEdit[]): readonly ChangedCells[] | undefined {
  const pinned = pinnedColumns(data.plan)
  if (pinned.isOpen || data.rosters.derived.size > 0) return undefined
  const cells: ChangedCells[] = []
  for (const edit of edits) {
    const changed = cellsOfEdit(data, pinned, edit)
    if (changed === undefined) return undefined
    cells.push(...changed)
  }
  return cells
}

function cellsOfEdit(data: YearData, pinned: PinnedColumns, edit: RowEdit): readonly ChangedCells[] | undefined {
  const cells: ChangedCells[] = []
  for (const row of rowsOf(edit)) {
    const table = data.table(row.register)
    if (table === undefined || row.year !== data.year || isLost(table.register, row)) return undefined
    if (data.rosters.strangeColumn(table.register, row) !== undefined) return undefined
    const columns = changedColumns(edit)
    if (columns === 'all' ? pinned.registers.has(row.register) : isAnyPinned(pinned, row.register, columns))
      return undefined
    cells.push({ ...placeOfRow(data, row), columns })
  }
  return cells
}

/** Where a row stands by the key of its register. */
export function placeOfRow(data: YearData, row: RegisterRow): Omit<ChangedCells, 'columns'> {
  const keys = (data.plan.register(row.register)?.columns ?? []).filter(({ dimension }) => dimension !== undefined)
  return {
    register: row.register,
    dimensions: keys.flatMap(({ dimension }) => dimension ?? []),
    keys: [keys.map(({ id }) => String(row.values[id] ?? ''))],
  }
}

const isAnyPinned = (pinned: PinnedColumns, register: string, columns: ReadonlySet<string>): boolean =>
  [...columns].some((column) => pinned.isPinned(register, column))

/** A row that was refused as a whole, or is so now, comes and goes like any other. */
function changedColumns({ before, after }: RowEdit): ReadonlySet<string> | 'all' {
  if (before === undefined || after === undefined || before.register !== after.register) return 'all'
  if (before.refused?.row !== after.refused?.row) return 'all'
  const [was, is] = [before.refused?.cells ?? {}, after.refused?.cells ?? {}]
  const columns = [before.values, after.values, was, is].flatMap((cells) => Object.keys(cells))
  return new Set(columns.filter((id) => before.values[id] !== after.values[id] || was[id] !== is[id]))
}
