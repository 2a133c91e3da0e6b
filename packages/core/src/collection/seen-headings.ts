import { type Grid, gridOf, mergedTextAt } from './grid.ts'
import { findHeadTop, readHeadedColumns } from './heading-block.ts'
import type { Sheet } from './sheet.ts'

/** Rows from the top in which the headings of a sheet are looked for. */
const LOOKED_AT = 20

/** What stands where the headings of a sheet most probably are, from left to right, for telling whoever sent it what was seen. */
export function seenHeadings(sheet: Sheet): readonly string[] {
  const grid = gridOf({ ...sheet, rows: sheet.rows.slice(0, LOOKED_AT) })
  const leaf = mostWords(grid)
  if (leaf === undefined) return []
  const heads = readHeadedColumns(grid, findHeadTop(grid, leaf), leaf)
  return [...new Set(heads.map(({ path }) => path.join('/').replace(/\s+/g, '')))]
}

/** The first of the rows with the most different words in it; numbers are no words. */
function mostWords(grid: Grid): number | undefined {
  let best: { readonly row: number; readonly words: number } | undefined
  for (let row = 0; row < grid.height; row += 1) {
    const words = new Set<string>()
    for (let column = 0; column < grid.width; column += 1) {
      const text = mergedTextAt(grid, row, column)
      if (/\p{L}/u.test(text)) words.add(text)
    }
    if (words.size > (best?.words ?? 0)) best = { row, words: words.size }
  }
  return best?.row
}
