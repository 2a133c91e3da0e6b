import { type Sheet, shownText } from '@eduduty/core/collection'

/** The cells of a sheet as texts; empty where there is none. */
export function textsOfSheet({ rows }: Sheet): readonly (readonly string[])[] {
  return rows.map((row) => Array.from(row, (cell) => (cell === undefined ? '' : shownText(cell.content))))
}
