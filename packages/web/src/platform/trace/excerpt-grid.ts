import type { Excerpt } from '../run/queries.ts'

/** Letters of a zero-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** How far a cell reaches inside the window; `covered` where a merged cell to the left or above holds the place. */
export function spanAt(excerpt: Excerpt, row: number, column: number): { rows: number; columns: number } | 'covered' {
  const merge = excerpt.merges.find(
    (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
  )
  if (merge === undefined) return { rows: 1, columns: 1 }
  const top = Math.max(merge.top, excerpt.top)
  const left = Math.max(merge.left, excerpt.left)
  if (row !== top || column !== left) return 'covered'
  const width = Math.max(0, ...excerpt.rows.map((cells) => cells.length))
  const bottom = Math.min(merge.bottom, excerpt.top + excerpt.rows.length - 1)
  const right = Math.min(merge.right, excerpt.left + width - 1)
  return { rows: bottom - top + 1, columns: right - left + 1 }
}
