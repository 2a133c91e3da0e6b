import { cellAddress, parseAddress } from './cell-address.ts'
import { clip } from './clean-text.ts'
import { textAt } from './grid.ts'
import type { Sheet } from './sheet.ts'

/** A piece of a sheet around one cell, as plain data that can be stored and shown. */
export interface Excerpt {
  readonly sheet: string
  /** A1 address of the cell in question. */
  readonly cell: string
  /** Zero-based place of the first row and column shown. */
  readonly top: number
  readonly left: number
  /** Texts row by row; blank cells are empty texts. */
  readonly texts: readonly (readonly string[])[]
  /** Merged ranges clipped to the piece, relative to its corner. */
  readonly merges: readonly {
    readonly row: number
    readonly column: number
    readonly rows: number
    readonly columns: number
  }[]
}

/** Letters of a cell that a reader is shown. */
const LONGEST_TEXT = 120

/** The cells within `radius` rows and columns of an address; undefined when the address is no A1 address. */
export function excerptOf(sheet: Sheet, address: string, radius: number): Excerpt | undefined {
  const place = parseAddress(address)
  if (place === undefined) return undefined
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const top = Math.max(0, place.row - radius)
  const left = Math.max(0, place.column - radius)
  const bottom = Math.max(place.row, Math.min(sheet.rows.length - 1, place.row + radius))
  const right = Math.max(place.column, Math.min(width - 1, place.column + radius))
  const texts = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) =>
      clip(textAt(sheet, top + row, left + column), LONGEST_TEXT),
    ),
  )
  const merges = sheet.merges.flatMap((merge) => {
    const first = { row: Math.max(merge.top, top), column: Math.max(merge.left, left) }
    const last = { row: Math.min(merge.bottom, bottom), column: Math.min(merge.right, right) }
    if (first.row > last.row || first.column > last.column || (first.row === last.row && first.column === last.column))
      return []
    return [
      {
        row: first.row - top,
        column: first.column - left,
        rows: last.row - first.row + 1,
        columns: last.column - first.column + 1,
      },
    ]
  })
  return {
    sheet: sheet.name,
    cell: cellAddress(place.row, place.column),
    top,
    left,
    texts: withClipped(sheet, texts, top, left),
    merges,
  }
}

/** A merged text whose corner is out of sight is shown at the first cell in sight. */
function withClipped(sheet: Sheet, texts: string[][], top: number, left: number): string[][] {
  for (const merge of sheet.merges) {
    if (merge.top >= top && merge.left >= left) continue
    const row = Math.max(merge.top, top) - top
    const column = Math.max(merge.left, left) - left
    const line = texts[row]
    if (line?.[column] === undefined || merge.bottom < top || merge.right < left) continue
    line[column] = clip(textAt(sheet, merge.top, merge.left), LONGEST_TEXT)
  }
  return texts
}
