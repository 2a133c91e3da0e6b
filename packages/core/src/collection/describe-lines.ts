import { cellAddress } from './cell-address.ts'
import { type ColumnIndex, findNearestColumn } from './column-index.ts'
import type { Grid } from './grid.ts'
import type { ItemColumn, ItemLine, OddLine } from './item-lines.ts'
import type { Unplaced } from './recognition.ts'

/** What a reader should know about the lines of a vertical form that were not plainly one item each. */
export function describeLines(
  grid: Grid,
  column: ItemColumn,
  used: readonly ItemLine[],
  index: ColumnIndex,
): readonly Unplaced[] {
  const own = column.lines.filter((line) => used.includes(line))
  const first = own[0]?.row ?? 0
  const last = own.at(-1)?.row ?? 0
  const numbered = column.disagreements
    .filter((odd) => used.some((line) => line.row === odd.row && line.sheetColumn === odd.sheetColumn))
    .map(
      (odd): Unplaced => ({
        code: 'number_disagrees',
        row: odd.row,
        sheetColumn: odd.sheetColumn,
        heading: odd.text,
        column: odd.column.id,
        message: `序号 ${odd.printed} 与“${odd.column.title}”在官方表中的序号 ${odd.column.no ?? ''} 不一致，以项目名称为准`,
      }),
    )
  const odd = column.odd.filter((line) => line.row > first && line.row < last && isItem(grid, line))
  return [...repeated(own), ...odd.map((line) => describeOdd(line, index)), ...numbered]
}

/** A merged band across the form is a heading, not an item. */
function isItem(grid: Grid, line: OddLine): boolean {
  const merge = grid.findMerge(line.row, line.sheetColumn)
  return merge === undefined || merge.right - merge.left < 2
}

function describeOdd(line: OddLine, index: ColumnIndex): Unplaced {
  const place = { row: line.row, sheetColumn: line.sheetColumn, heading: line.text }
  if (line.candidates.length > 1) {
    const titles = line.candidates.map((column) => column.title).join('、')
    return {
      ...place,
      code: 'ambiguous_heading',
      message: `项目“${line.text}”对得上多个填报项目：${titles}，这一行没有采用`,
      advice: '改用填报项目的全称',
    }
  }
  const nearest = findNearestColumn(index, line.text)
  const unknown: Unplaced = {
    ...place,
    code: 'unknown_heading',
    message: `项目“${line.text}”不是“${index.register.title}”的填报项目，这一行没有采用`,
  }
  return nearest === undefined ? unknown : { ...unknown, advice: `如果它就是“${nearest.title}”，请改用这个名称` }
}

function repeated(lines: readonly ItemLine[]): readonly Unplaced[] {
  const firstOf = new Map<string, ItemLine>()
  const starts = lines[0]?.column.id
  const found: Unplaced[] = []
  for (const line of lines) {
    if (line.column.id === starts) firstOf.clear()
    const before = firstOf.get(line.column.id)
    if (before === undefined) firstOf.set(line.column.id, line)
    else {
      found.push({
        code: 'claimed_twice',
        row: line.row,
        sheetColumn: line.sheetColumn,
        heading: line.text,
        column: line.column.id,
        message: `${cellAddress(before.row, before.sheetColumn)} 与 ${cellAddress(line.row, line.sheetColumn)} 两行都是“${line.column.title}”，都没有采用`,
        advice: '只保留一行',
      })
    }
  }
  return found
}
