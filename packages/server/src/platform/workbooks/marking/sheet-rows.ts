import { parseAddress } from '@eduduty/core/collection'
import { cutElements } from '../streaming/xml-pieces.ts'
import { attribute } from './xml-text.ts'

/** What stands before, between and after the tags of sheetData; undefined for a part without them. */
export function splitAtRows(xml: string, prefix: string) {
  const opening = new RegExp(`<${prefix}sheetData(?:\\s[^>]*)?>`).exec(xml)
  if (opening === null) return undefined
  const start = opening.index + opening[0].length
  const before = xml.slice(0, opening.index)
  if (opening[0].endsWith('/>')) return { before, inner: '', after: xml.slice(start) }
  const close = `</${prefix}sheetData>`
  const end = xml.lastIndexOf(close)
  return { before, inner: xml.slice(start, end), after: xml.slice(end + close.length) }
}

export interface RowXml {
  /** Zero-based. */
  readonly at: number
  readonly xml: string
}

/** The rows of sheetData with their numbers, which a writer may leave out. */
export function rowsOf(inner: string, prefix: string): readonly RowXml[] {
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
