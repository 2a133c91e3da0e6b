import type { Grid, PlacedCell } from '../sheet-model.ts'

/** Parts of a table with its heading repeated, each of at most `most` rows below it; cells that reach across are cut. */
export function splitTable(grid: Grid, most: number): readonly Grid[] {
  const rows = grid.roles.map((role, row) => ({ role, row }))
  const head = rows.filter(({ role }) => role === 'header').map(({ row }) => row)
  const body = rows.filter(({ role }) => role !== 'header' && role !== 'title').map(({ row }) => row)
  const parts: Grid[] = []
  for (let from = 0; from < body.length; from += most)
    parts.push(partOf(grid, [...head, ...body.slice(from, from + most)]))
  return parts
}

function partOf(grid: Grid, rows: readonly number[]): Grid {
  const cells: PlacedCell[] = []
  for (const cell of grid.cells) {
    const covered = rows.filter((row) => row >= cell.row && row < cell.row + cell.rowspan)
    const [first] = covered
    if (first !== undefined) cells.push({ ...cell, row: rows.indexOf(first), rowspan: covered.length })
  }
  return { columns: grid.columns, roles: rows.map((row) => grid.roles[row] ?? 'body'), cells }
}
