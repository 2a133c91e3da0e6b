import type { Column } from '../packs/index.ts'
import { type ColumnIndex, type MatchedBy, matchHeading } from './column-index.ts'
import { type Grid, mergedTextAt, textAt } from './grid.ts'
import { headingKey } from './heading.ts'

/** One line of a vertical form: an item, and the column of the sheet its title stands in. */
export interface ItemLine {
  readonly row: number
  readonly sheetColumn: number
  readonly text: string
  readonly column: Column
  readonly by: MatchedBy
}

/** A line that has a title which is no item, or which two items fit. */
export interface OddLine {
  readonly row: number
  readonly sheetColumn: number
  readonly text: string
  readonly candidates: readonly Column[]
}

/** A line whose printed 序号 is not the one that its item has in the official form. */
export interface NumberDisagreement {
  readonly row: number
  readonly sheetColumn: number
  readonly text: string
  readonly printed: string
  readonly column: Column
}

/** A column of a sheet that holds item titles. */
export interface ItemColumn {
  readonly sheetColumn: number
  readonly lines: readonly ItemLine[]
  readonly odd: readonly OddLine[]
  readonly disagreements: readonly NumberDisagreement[]
}

/** Columns of a sheet that hold item titles, one below another. */
export function findItemColumns(grid: Grid, index: ColumnIndex, least: number): readonly ItemColumn[] {
  const found: ItemColumn[] = []
  for (let at = 0; at < Math.min(grid.width, 200); at += 1) {
    if (countExact(grid, index, at, least) < least) continue
    const column = readItemColumn(grid, index, at)
    if (new Set(column.lines.map((line) => line.column.id)).size >= least) found.push(column)
  }
  return found
}

const ROWS = 20_000

/** Cheap test on plain titles, so that long tables of data are not compared line by line. */
function countExact(grid: Grid, index: ColumnIndex, at: number, least: number): number {
  let count = 0
  for (let row = 0; row < Math.min(grid.height, ROWS) && count < least; row += 1) {
    const content = grid.sheet.rows[row]?.[at]?.content
    if (content?.kind !== 'text' || content.text.length > 200) continue
    const key = headingKey(content.text)
    if (index.titles.has(key) || index.synonyms.has(key)) count += 1
  }
  return count
}

function readItemColumn(grid: Grid, index: ColumnIndex, at: number): ItemColumn {
  const lines: ItemLine[] = []
  const odd: OddLine[] = []
  const disagreements: NumberDisagreement[] = []
  for (let row = 0; row < Math.min(grid.height, ROWS); row += 1) {
    const text = textAt(grid.sheet, row, at)
    if (text === '' || text.length > 200) continue
    const group = groupOf(grid, row, at)
    const matches = matchHeading(index, group === '' ? [text] : [group, text], true)
    const printed = numberOf(grid, row, at)
    const match = matches.length > 1 ? matches.find((one) => `${one.column.no ?? ''}` === printed) : matches[0]
    if (match === undefined) {
      odd.push({ row, sheetColumn: at, text, candidates: matches.map((one) => one.column) })
      continue
    }
    lines.push({ row, sheetColumn: at, text, column: match.column, by: match.by })
    if (printed !== '' && match.column.no !== undefined && printed !== `${match.column.no}`) {
      disagreements.push({ row, sheetColumn: at, text, printed, column: match.column })
    }
  }
  return { sheetColumn: at, lines, odd, disagreements }
}

/** Text of the 类别 column: the nearest text to the left that is not a number. */
function groupOf(grid: Grid, row: number, at: number): string {
  for (let column = at - 1; column >= Math.max(0, at - 3); column -= 1) {
    const text = mergedTextAt(grid, row, column)
    if (text !== '' && !/^[\d.]+$/.test(text) && headingKey(text) !== '') return text
  }
  return ''
}

function numberOf(grid: Grid, row: number, at: number): string {
  for (let column = at - 1; column >= Math.max(0, at - 3); column -= 1) {
    const text = mergedTextAt(grid, row, column).normalize('NFKC')
    if (/^\d{1,3}$/.test(text)) return text
  }
  return ''
}
