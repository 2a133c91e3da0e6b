import type { Grid, PlacedCell } from '@eduduty/core/documents'

/** A table below one line over its whole width that says who took it, when and what for. */
export function headedGrid(mark: string, { columns, roles, cells }: Grid): Grid {
  const first: PlacedCell = {
    row: 0,
    column: 0,
    rowspan: 1,
    colspan: columns,
    shaded: false,
    figures: [],
    align: 'left',
    bold: true,
    output: { kind: 'text', text: mark },
  }
  return {
    columns,
    roles: ['title', ...roles],
    cells: [first, ...cells.map((cell) => ({ ...cell, row: cell.row + 1 }))],
  }
}
