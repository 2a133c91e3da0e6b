import type { GridCell, GridColumn, GridRow } from './grid-model.ts'
import { gridMessages } from './messages.ts'

/** Why a cell is as it is, and by whom: tooltip, line below the grid, and what screen readers hear. */
export function cellSays(cell: GridCell): string {
  const by = cell.by === undefined ? '' : gridMessages.by(cell.by)
  return cell.message === undefined ? by : `${cell.message}${by}`
}

/** State and reason in one line; nothing for a cell in order. */
export function cellTooltip(cell: GridCell): string | undefined {
  const says = cellSays(cell)
  if (cell.state === 'saved' && says === '') return undefined
  return says === '' ? gridMessages.state[cell.state] : `${gridMessages.state[cell.state]}：${says}`
}

export const cellName = (row: GridRow, column: GridColumn): string =>
  gridMessages.cellName(row.label, column.title, column.unit)
