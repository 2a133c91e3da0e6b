import type { CellContent, MergedRange, Sheet, SheetCell } from '@eduduty/core/collection'

/** Sheets laid out flat, so that a thread hands over a few arrays instead of a million objects. */
export interface PackedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly MergedRange[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly widths: Uint32Array
  /** For every place row by row: 0 for a blank, else one more than the index in `cells`. */
  readonly places: Uint32Array
  readonly cells: readonly SheetCell[]
}

/** Equal cells are kept once: most sheets repeat the same few thousand. */
export function packSheet(sheet: Sheet): PackedSheet {
  const indexes = new Map<string, number>()
  const cells: SheetCell[] = []
  const widths = Uint32Array.from(sheet.rows, (row) => row.length)
  const places = new Uint32Array(widths.reduce((sum, width) => sum + width, 0))
  let at = 0
  for (const row of sheet.rows) {
    for (const cell of row) {
      if (cell !== undefined) {
        const key = keyOf(cell)
        const known = indexes.get(key)
        if (known === undefined) {
          cells.push(cell)
          indexes.set(key, cells.length)
        }
        places[at] = known ?? cells.length
      }
      at += 1
    }
  }
  const { name, hidden, merges } = sheet
  return {
    name,
    hidden,
    merges,
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    widths,
    places,
    cells,
  }
}

function keyOf(cell: SheetCell): string {
  return `${cell.computed === true ? 'c' : ''}${cell.percent === true ? '%' : ''}${cell.content.kind}:${contentKey(cell.content)}`
}

function contentKey(content: CellContent): string {
  switch (content.kind) {
    case 'text':
    case 'number':
    case 'error':
      return content.text
    case 'truth':
      return String(content.truth)
    case 'date':
      return `${content.date} ${content.serial}`
  }
}

export function unpackSheet(packed: PackedSheet): Sheet {
  let at = 0
  const rows = Array.from(packed.widths, (width) =>
    Array.from({ length: width }, (): SheetCell | undefined => {
      const place = packed.places[at] ?? 0
      at += 1
      return place === 0 ? undefined : packed.cells[place - 1]
    }),
  )
  const { name, hidden, merges } = packed
  return {
    name,
    hidden,
    rows,
    merges,
    hiddenRows: new Set(packed.hiddenRows),
    hiddenColumns: new Set(packed.hiddenColumns),
  }
}
