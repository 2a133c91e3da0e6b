import type { CellOutput, Grid, PlacedCell, RowRole } from './sheet-model.ts'

/** A cell before it has its place: spans are counted as in HTML tables. */
export type LooseCell = Omit<PlacedCell, 'row' | 'column'>

export interface LooseRow {
  readonly role: RowRole
  readonly cells: readonly LooseCell[]
}

/** Gives every cell its column: a cell goes to the first column that no cell above it reaches into. */
export function placeCells(rows: readonly LooseRow[], columns: number): Grid {
  const taken = new Set<string>()
  const cells: PlacedCell[] = []
  for (const [row, { cells: loose }] of rows.entries()) {
    let column = 0
    for (const cell of loose) {
      while (taken.has(`${row},${column}`)) column += 1
      cells.push({ ...cell, row, column })
      for (let down = 0; down < cell.rowspan; down += 1) {
        for (let right = 0; right < cell.colspan; right += 1) taken.add(`${row + down},${column + right}`)
      }
      column += cell.colspan
    }
  }
  return { columns, roles: rows.map((row) => row.role), cells }
}

export const EMPTY: CellOutput = { kind: 'empty' }
