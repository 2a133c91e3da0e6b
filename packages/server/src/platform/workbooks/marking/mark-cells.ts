import { parseAddress } from '@eduduty/core/collection'
import type { RowXml, SheetXml } from './sheet-rows.ts'
import type { StyleMarks } from './style-marks.ts'
import { attribute, withAttribute } from './xml-text.ts'

interface MarkedSheet {
  readonly sheet: SheetXml
  /** Addresses that carry the mark: the corner of the merged range for a cell inside one. */
  readonly shown: ReadonlyMap<string, string>
}

/** Paints cells of a sheet red and takes old red away, in one pass over its rows. Nothing else is touched. */
export function markCells(sheet: SheetXml, addresses: readonly string[], styles: StyleMarks): MarkedSheet {
  if (addresses.length === 0 && !styles.hasOldMarks) return { sheet, shown: new Map() }
  const { prefix, before, after } = sheet
  const merges = addresses.length === 0 ? [] : readMerges(after, prefix)
  const shown = new Map(addresses.map((address) => [address, cornerOf(merges, address)]))
  const byRow = new Map<number, Map<number, string>>()
  for (const address of shown.values()) {
    const place = parseAddress(address)
    if (place === undefined) continue
    const row = byRow.get(place.row) ?? new Map<number, string>()
    byRow.set(place.row, row.set(place.column, address))
  }
  const painter = { prefix, byRow, styles, columnStyle: readColumnStyles(before, prefix) }
  const rows = paintRows(sheet.rows, painter)
  const isSame = rows.length === sheet.rows.length && rows.every((row, at) => row === sheet.rows[at])
  return { sheet: isSame ? sheet : { ...sheet, rows }, shown }
}

interface Painter {
  readonly prefix: string
  readonly byRow: Map<number, Map<number, string>>
  readonly styles: StyleMarks
  columnStyle(column: number): number
}

function paintRows(rows: readonly RowXml[], painter: Painter): readonly RowXml[] {
  const { prefix, byRow } = painter
  const waiting = [...byRow.keys()].sort((a, b) => a - b)
  let next = 0
  const out: RowXml[] = []
  const flush = (before: number) => {
    for (let at = waiting[next]; at !== undefined && at < before; at = waiting[next]) {
      next += 1
      const cells = paintCells('', byRow.get(at) ?? new Map(), painter, 0)
      out.push({ at, xml: `<${prefix}row r="${at + 1}">${cells}</${prefix}row>` })
    }
  }
  for (const row of rows) {
    flush(row.at)
    const isWanted = waiting[next] === row.at
    if (isWanted) next += 1
    out.push(isWanted || painter.styles.hasOldMarks ? paintRow(row, painter) : row)
  }
  flush(Number.POSITIVE_INFINITY)
  return out
}

/** The same row where nothing of it changes. */
function paintRow(row: RowXml, painter: Painter): RowXml {
  const { prefix, byRow } = painter
  const opening = row.xml.slice(0, row.xml.indexOf('>') + 1)
  const body = opening.endsWith('/>') ? '' : row.xml.slice(opening.length, -`</${prefix}row>`.length)
  const rowStyle = attribute(opening, 'customFormat') === '1' ? Number(attribute(opening, 's') ?? 0) : undefined
  const cells = paintCells(body, byRow.get(row.at) ?? new Map(), painter, rowStyle)
  if (cells === body) return row
  const open = opening.replace(/\s*\/?>$/, '>').replace(/\s+spans="[^"]*"/, '')
  return { at: row.at, xml: `${open}${cells}</${prefix}row>` }
}

function paintCells(
  body: string,
  wanted: ReadonlyMap<number, string>,
  painter: Painter,
  rowStyle: number | undefined,
): string {
  const { prefix, styles } = painter
  const waiting = [...wanted.keys()].sort((a, b) => a - b)
  const out: string[] = []
  let last = -1
  const flush = (before: number) => {
    while (waiting[0] !== undefined && waiting[0] < before) {
      const column = waiting.shift() ?? 0
      const style = rowStyle ?? painter.columnStyle(column)
      out.push(`<${prefix}c r="${wanted.get(column) ?? ''}" s="${styles.redOf(styles.plainOf(style) ?? style)}"/>`)
    }
  }
  for (const [cell] of body.matchAll(
    new RegExp(`<${prefix}c(?:\\s[^>]*)?/>|<${prefix}c(?:\\s[^>]*[^/])?>[\\s\\S]*?</${prefix}c>`, 'g'),
  )) {
    const opening = /^<[^>]*>/.exec(cell)?.[0] ?? ''
    const column = parseAddress(attribute(opening, 'r') ?? '')?.column ?? last + 1
    last = column
    flush(column)
    const style = Number(attribute(opening, 's') ?? 0)
    const plain = styles.plainOf(style)
    if (waiting[0] === column) {
      waiting.shift()
      out.push(
        withAttribute(opening, 's', String(plain === undefined ? styles.redOf(style) : style)) +
          cell.slice(opening.length),
      )
    } else
      out.push(plain === undefined ? cell : withAttribute(opening, 's', String(plain)) + cell.slice(opening.length))
  }
  flush(Number.POSITIVE_INFINITY)
  return out.join('')
}

function readColumnStyles(xml: string, prefix: string): (column: number) => number {
  const ranges = [...xml.matchAll(new RegExp(`<${prefix}col\\s[^>]*>`, 'g'))].map(([tag]) => ({
    first: Number(attribute(tag, 'min') ?? 0),
    last: Number(attribute(tag, 'max') ?? 0),
    style: Number(attribute(tag, 'style') ?? 0),
  }))
  return (column) => ranges.find((range) => range.first <= column + 1 && column + 1 <= range.last)?.style ?? 0
}

interface Merge {
  readonly corner: string
  readonly first: { readonly row: number; readonly column: number }
  readonly last: { readonly row: number; readonly column: number }
}

function readMerges(xml: string, prefix: string): readonly Merge[] {
  return [...xml.matchAll(new RegExp(`<${prefix}mergeCell\\s[^>]*>`, 'g'))].flatMap(([tag]) => {
    const [start = '', end = start] = (attribute(tag, 'ref') ?? '').split(':')
    const first = parseAddress(start)
    const last = parseAddress(end)
    return first === undefined || last === undefined ? [] : [{ corner: start.replaceAll('$', ''), first, last }]
  })
}

function cornerOf(merges: readonly Merge[], address: string): string {
  const place = parseAddress(address)
  if (place === undefined) return address
  const around = merges.find(
    ({ first, last }) =>
      first.row <= place.row && place.row <= last.row && first.column <= place.column && place.column <= last.column,
  )
  return around?.corner ?? address
}
