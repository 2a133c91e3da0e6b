import { type Grid, mergedTextAt, textAt } from '../grid.ts'
import { headingKey } from '../heading.ts'

/** A label with the cell it stands in: two cells with one text are two labels, one merged cell is one. */
interface Label {
  readonly key: string
  readonly text: string
  readonly place: string
}

export interface LabelledColumn {
  readonly column: number
  /** Headings from the top down. */
  readonly labels: readonly Label[]
}

export interface LabelledRow {
  readonly row: number
  /** Labels from the left; the last is the row's own. */
  readonly labels: readonly Label[]
}

/** A table with labels to the left and above: where they stand, and what they say. */
export interface LabelBlock {
  readonly top: number
  readonly columns: readonly LabelledColumn[]
  readonly rows: readonly LabelledRow[]
}

/** Headings of columns that hold no figures of the sheet. */
const ASIDE = /^(?:代码|编号|序号|行次|计量单位|单位|备注|说明)$/

export const isAside = (column: LabelledColumn): boolean => ASIDE.test(column.labels.at(-1)?.key ?? '')

/** The tables of a sheet, each found by the heading over its row labels. */
export function findLabelBlocks(grid: Grid, rowHeadings: readonly string[]): readonly LabelBlock[] {
  const wanted = new Set(rowHeadings.map(headingKey))
  const corners: Corner[] = []
  for (let row = 0; row < grid.height; row += 1)
    for (let at = 0; at < grid.width; at += 1) {
      const text = textAt(grid.sheet, row, at)
      if (text === '' || !wanted.has(headingKey(text))) continue
      const merge = grid.findMerge(row, at)
      const next = corners.at(-1)
      // 项目 | 指标名称 side by side head one and the same table.
      if (next !== undefined && next.top === row && next.right + 1 === at) {
        corners[corners.length - 1] = { ...next, right: merge?.right ?? at }
        continue
      }
      corners.push({ top: row, bottom: merge?.bottom ?? row, left: at, right: merge?.right ?? at })
    }
  return corners.map((corner) => {
    const beside = corners.filter((other) => other.top === corner.top && other.left > corner.right)
    const below = corners.filter((other) => other.top > corner.bottom && other.left === corner.left)
    const right = Math.min(grid.width, ...beside.map(({ left }) => left))
    const end = Math.min(grid.height, ...below.map(({ top }) => top))
    return blockAt(grid, corner, right, end)
  })
}

interface Corner {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

function blockAt(grid: Grid, corner: Corner, right: number, end: number): LabelBlock {
  const top = corner.bottom > corner.top ? corner.top : topOfGroups(grid, corner, right)
  const bottom = bottomOfHeadings(grid, corner, right)
  const columns: LabelledColumn[] = []
  for (let column = corner.right + 1; column < right; column += 1) {
    const labels = headingsOf(grid, column, top, bottom, corner.right)
    if (labels.length > 0) columns.push({ column, labels })
  }
  const rows: LabelledRow[] = []
  for (let row = bottom + 1; row < end; row += 1) {
    const labels: Label[] = []
    for (let at = corner.left; at <= corner.right; at += 1) push(labels, grid, row, at)
    if (labels.length > 0) rows.push({ row, labels })
  }
  return { top, columns, rows }
}

function push(labels: Label[], grid: Grid, row: number, at: number): void {
  const text = mergedTextAt(grid, row, at)
  const key = headingKey(text)
  if (key === '') return
  const merge = grid.findMerge(row, at)
  const place = merge === undefined ? `${row},${at}` : `${merge.top},${merge.left}`
  if (labels.at(-1)?.place !== place) labels.push({ key, text, place })
}

/** Groups may stand above a heading of row labels that was not merged over them. */
function topOfGroups(grid: Grid, corner: Corner, right: number): number {
  let top = corner.top
  while (top > 0 && corner.top - top < 3 && isGroupRow(grid, top - 1, corner, right)) top -= 1
  return top
}

function isGroupRow(grid: Grid, row: number, corner: Corner, right: number): boolean {
  if (mergedTextAt(grid, row, corner.left) !== '') return false
  let texts = 0
  for (let at = corner.right + 1; at < right; at += 1) {
    const content = grid.sheet.rows[row]?.[at]?.content
    if (content === undefined) continue
    if (content.kind !== 'text' || /[:：]/.test(content.text)) return false
    texts += 1
  }
  return texts >= 1
}

/** Rows below an unmerged heading of row labels still belong to the headings while they hold texts and no row label. */
function bottomOfHeadings(grid: Grid, corner: Corner, right: number): number {
  let bottom = corner.bottom
  while (bottom - corner.top < 5 && isGroupRow(grid, bottom + 1, corner, right)) bottom += 1
  return bottom
}

function headingsOf(grid: Grid, column: number, top: number, bottom: number, edge: number): readonly Label[] {
  const labels: Label[] = []
  for (let row = top; row <= bottom; row += 1) {
    if (mergedTextAt(grid, row, column) !== '') push(labels, grid, row, column)
    else if (hasOwn(grid, column, row + 1, bottom)) {
      const group = groupToTheLeft(grid, row, column, edge, bottom)
      if (group !== undefined) push(labels, grid, row, group)
    }
  }
  return labels
}

const hasOwn = (grid: Grid, column: number, from: number, to: number): boolean => {
  for (let row = from; row <= to; row += 1) if (mergedTextAt(grid, row, column) !== '') return true
  return false
}

/** Files without merged cells leave the group blank over all but its first column. */
function groupToTheLeft(grid: Grid, row: number, column: number, edge: number, bottom: number): number | undefined {
  for (let at = column - 1; at > edge; at -= 1) {
    if (mergedTextAt(grid, row, at) === '') continue
    return grid.findMerge(row, at) === undefined && hasOwn(grid, at, row + 1, bottom) ? at : undefined
  }
  return undefined
}
