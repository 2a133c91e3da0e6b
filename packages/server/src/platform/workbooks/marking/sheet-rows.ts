import { parseAddress } from '@eduduty/core/collection'
import { cutElements } from '../streaming/xml-pieces.ts'
import { attribute, prefixOf } from './xml-text.ts'

/** A worksheet part taken apart once: great sheets are changed row by row and put together only when written. */
export interface SheetXml {
  /** Namespace prefix with its colon; empty for most files. */
  readonly prefix: string
  /** Up to sheetData. */
  readonly before: string
  readonly rows: readonly RowXml[]
  /** From the end of sheetData. */
  readonly after: string
}

export interface RowXml {
  /** Zero-based; a writer may leave the numbers out. */
  readonly at: number
  readonly xml: string
}

/** Takes a worksheet part apart; undefined for a part without sheetData. */
export function openSheet(xml: string): SheetXml | undefined {
  const prefix = prefixOf(xml, 'worksheet')
  const opening = new RegExp(`<${prefix}sheetData(?:\\s[^>]*)?>`).exec(xml)
  if (opening === null) return undefined
  const start = opening.index + opening[0].length
  const before = xml.slice(0, opening.index)
  if (opening[0].endsWith('/>')) return { prefix, before, rows: [], after: xml.slice(start) }
  const close = `</${prefix}sheetData>`
  const end = xml.lastIndexOf(close)
  const rows = rowsOf(xml.slice(start, end), prefix)
  return { prefix, before, rows, after: xml.slice(end + close.length) }
}

/** The part again, in pieces. */
export function piecesOf({ prefix, before, rows, after }: SheetXml): readonly string[] {
  return [before, `<${prefix}sheetData>`, ...rows.map(({ xml }) => xml), `</${prefix}sheetData>`, after]
}

function rowsOf(inner: string, prefix: string): readonly RowXml[] {
  let last = -1
  return cutElements(`${prefix}row`)
    .add(inner)
    .map((xml) => {
      last = Number(attribute(xml.slice(0, xml.indexOf('>') + 1), 'r') ?? last + 2) - 1
      return { at: last, xml }
    })
}

export interface CellXml {
  /** Zero-based. */
  readonly column: number
  readonly xml: string
}

const patterns = new Map<string, RegExp>()

/** The cells of a row from left to right. */
export function cellsOf(row: string, prefix: string): readonly CellXml[] {
  const pattern =
    patterns.get(prefix) ??
    new RegExp(`<${prefix}c(?:\\s[^>]*)?/>|<${prefix}c(?:\\s[^>]*[^/])?>[\\s\\S]*?</${prefix}c>`, 'g')
  patterns.set(prefix, pattern)
  let last = -1
  return [...row.slice(row.indexOf('>') + 1).matchAll(pattern)].map(([xml]) => {
    last = parseAddress(attribute(xml.slice(0, xml.indexOf('>') + 1), 'r') ?? '')?.column ?? last + 1
    return { column: last, xml }
  })
}
