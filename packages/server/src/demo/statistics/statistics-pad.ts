import { parseAddress } from '@eduduty/core/collection'
import { createSheetDraft, type DraftValue, type Look, putCell, putMerged, type SheetDraft } from '../sheet-draft.ts'

/** A sheet of statistics being drawn at the addresses of its form. */
export class StatisticsPad {
  readonly draft: SheetDraft

  constructor(name: string) {
    this.draft = createSheetDraft(name)
    this.draft.landscape = true
  }

  put(address: string, value: DraftValue, look: Look = 'note'): this {
    const { row, column } = placeOf(address)
    putCell(this.draft, row, column, value, look)
    return this
  }

  /** Values to the right, from an address on; undefined leaves a cell as it is. */
  line(address: string, values: readonly (string | number | undefined)[], look?: Look): this {
    const { row, column } = placeOf(address)
    for (const [order, value] of values.entries())
      if (value !== undefined)
        putCell(this.draft, row, column + order, value, look ?? (typeof value === 'number' ? 'number' : 'label'))
    return this
  }

  /** A heading over several cells. */
  over(from: string, to: string, text: string, look: Look = 'heading'): this {
    const [start, end] = [placeOf(from), placeOf(to)]
    putMerged(this.draft, { top: start.row, left: start.column, bottom: end.row, right: end.column }, text, look)
    return this
  }

  width(column: number, width: number): this {
    this.draft.widths.set(column, width)
    return this
  }
}

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const found = parseAddress(address)
  if (found === undefined) throw new Error(`no address: ${address}`)
  return found
}
