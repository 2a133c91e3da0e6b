import { type PlacedCell, type SheetModel, textOf } from '@eduduty/core/documents'
import { fontSizeOf } from './cell-style.ts'
import { textWidth } from './text-width.ts'

const LEAST_HEIGHT = 18
/** Line height over font size, with a little air. */
const LINE_FACTOR = 1.4

/** Height of each row in points, so that wrapped text in merged cells is not cut off: no program does it by itself. */
export function rowHeights(sheet: SheetModel): readonly number[] {
  const heights = sheet.grid.roles.map(() => LEAST_HEIGHT)
  for (const cell of sheet.grid.cells.filter(({ rowspan }) => rowspan === 1)) {
    heights[cell.row] = Math.max(heights[cell.row] ?? LEAST_HEIGHT, neededHeight(sheet, cell))
  }
  for (const cell of sheet.grid.cells.filter(({ rowspan }) => rowspan > 1)) {
    const spanned = heights.slice(cell.row, cell.row + cell.rowspan)
    const lacking = neededHeight(sheet, cell) - spanned.reduce((sum, height) => sum + height, 0)
    const last = cell.row + cell.rowspan - 1
    if (lacking > 0) heights[last] = (heights[last] ?? LEAST_HEIGHT) + lacking
  }
  return heights.map((height) => Math.min(409, Math.round(height)))
}

function neededHeight(sheet: SheetModel, cell: PlacedCell): number {
  const size = fontSizeOf(sheet.grid.roles[cell.row] ?? 'body')
  const columns = sheet.widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, width) => sum + width, 0)
  const room = Math.max(2, (columns - 1) * (10.5 / size))
  const lines = textOf(cell.output)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0)
  return lines * size * LINE_FACTOR + 4
}
