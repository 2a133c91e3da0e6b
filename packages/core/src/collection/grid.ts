import type { CellContent, MergedRange, Sheet, SheetCell } from './sheet.ts'

/** A sheet with its merged cells resolved, for reading headings. */
export interface Grid {
  readonly sheet: Sheet
  readonly height: number
  readonly width: number
  /** First row that is looked at. */
  readonly top: number
  /** The merge that covers a cell, if any. */
  findMerge(row: number, column: number): MergedRange | undefined
}

/** A merge of more cells is decoration; resolving it cell by cell would only cost memory. */
const MERGE_LIMIT = 4000
const RESOLVED_CELLS = 200_000

/** How far a sheet reaches. */
export interface Extent {
  readonly height: number
  readonly width: number
}

function extentOf(sheet: Sheet): Extent {
  let width = 0
  for (const row of sheet.rows) if (row.length > width) width = row.length
  return { height: sheet.rows.length, width }
}

/** Resolves the merged cells of a sheet; rows and columns stay zero-based. `extent`: of a sheet that is read row by row. */
export function gridOf(sheet: Sheet, top = 0, { height, width } = extentOf(sheet)): Grid {
  const byCell = new Map<string, MergedRange>()
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, merge.top + MERGE_LIMIT, height - 1)
    const right = Math.min(merge.right, width - 1)
    if ((bottom - merge.top + 1) * (right - merge.left + 1) > MERGE_LIMIT || byCell.size > RESOLVED_CELLS) continue
    for (let row = merge.top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) byCell.set(`${row},${column}`, merge)
    }
  }
  const findMerge = (row: number, column: number) => (byCell.size === 0 ? undefined : byCell.get(`${row},${column}`))
  return { sheet, height, width, top, findMerge }
}

export function cellAt(sheet: Sheet, row: number, column: number): SheetCell | undefined {
  return sheet.rows[row]?.[column]
}

/** Text of a cell as a reader sees it; empty for a blank cell. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column)
  return cell === undefined ? '' : shownText(cell.content).trim()
}

/** Text of a cell, or of the merged range it belongs to. */
export function mergedTextAt(grid: Grid, row: number, column: number): string {
  const merge = grid.findMerge(row, column)
  return merge === undefined ? textAt(grid.sheet, row, column) : textAt(grid.sheet, merge.top, merge.left)
}

/** Content as a reader sees it; blanks at the edges stay. */
export function shownText(content: CellContent): string {
  switch (content.kind) {
    case 'text':
    case 'number':
    case 'error':
      return content.text
    case 'date':
      return content.date
    case 'truth':
      return content.truth ? '是' : '否'
  }
}

export function isBlankRow(sheet: Sheet, row: number): boolean {
  const cells = sheet.rows[row]
  if (cells === undefined) return true
  for (const cell of cells) if (cell !== undefined && shownText(cell.content).trim() !== '') return false
  return true
}
