import type { GridCell } from './grid-model.ts'
import type { Bounds } from './selection.ts'
import type { GridShape } from './shape.ts'
import { shownText } from './tidy-cell.ts'
import { writeTsv } from './tsv.ts'

/** The selected cells as a spreadsheet takes them, and as people read them: codes by their titles. */
export function copiedText(
  { top, left, bottom, right }: Bounds,
  shape: GridShape,
  get: (key: string) => GridCell,
): { readonly text: string; readonly count: number } {
  const block: string[][] = []
  for (let y = top; y <= bottom; y += 1) {
    const line: string[] = []
    for (let x = left; x <= right; x += 1) {
      const place = shape.at({ y, x })
      line.push(place === undefined ? '' : shownText(place.column, get(place.key).text))
    }
    block.push(line)
  }
  return { text: writeTsv(block), count: (bottom - top + 1) * (right - left + 1) }
}
