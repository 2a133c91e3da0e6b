import { type MergedRange, parseAddress, type Sheet, type SheetCell } from '@eduduty/core/collection'

/** How a sheet differs from the official one: moved, with blank columns put in, without merged cells. */
export interface Distortion {
  readonly down?: number
  readonly right?: number
  /** Official columns (from 0) before which a blank column is put in. */
  readonly blankBefore?: readonly number[]
  /** As a csv file has it. */
  readonly unmerged?: boolean
}

/** A sheet being drawn at official addresses. */
export class SheetPad {
  readonly name: string
  private readonly cells = new Map<string, string | number>()
  private readonly merges: { readonly from: string; readonly to: string }[] = []

  constructor(name: string) {
    this.name = name
  }

  put(address: string, value: string | number): this {
    this.cells.set(address, value)
    return this
  }

  /** Values to the right, from an address on. */
  line(address: string, values: readonly (string | number | undefined)[]): this {
    const start = at(address)
    for (const [order, value] of values.entries())
      if (value !== undefined) this.cells.set(addressOf(start.row, start.column + order), value)
    return this
  }

  merge(from: string, to: string): this {
    this.merges.push({ from, to })
    return this
  }

  get(address: string): string | number | undefined {
    return this.cells.get(address)
  }

  drop(address: string): this {
    this.cells.delete(address)
    return this
  }

  draw(distortion: Distortion = {}): Sheet {
    const place = (address: string): { row: number; column: number } => {
      const { row, column } = at(address)
      const added = (distortion.blankBefore ?? []).filter((before) => before <= column).length
      return { row: row + (distortion.down ?? 0), column: column + (distortion.right ?? 0) + added }
    }
    const rows: (SheetCell | undefined)[][] = []
    for (const [address, value] of this.cells) {
      const { row, column } = place(address)
      while (rows.length <= row) rows.push([])
      const line = rows[row] ?? []
      while (line.length <= column) line.push(undefined)
      line[column] = {
        content: typeof value === 'number' ? { kind: 'number', text: String(value) } : { kind: 'text', text: value },
      }
    }
    const merges = this.merges.map(({ from, to }): MergedRange => {
      const [start, end] = [place(from), place(to)]
      return { top: start.row, left: start.column, bottom: end.row, right: end.column }
    })
    return {
      name: this.name,
      hidden: false,
      rows,
      merges: distortion.unmerged === true ? [] : merges,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    }
  }
}

function at(address: string): { readonly row: number; readonly column: number } {
  const found = parseAddress(address)
  if (found === undefined) throw new Error(`no address: ${address}`)
  return found
}

function addressOf(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
