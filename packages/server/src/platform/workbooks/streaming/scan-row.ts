import type { CellContent, SheetCell } from '@eduduty/core/collection'
import { serialToDate } from 'hucre'
import { isExplanation } from '../explanation.ts'
import { attribute } from '../marking/xml-text.ts'
import type { CellFormats } from './cell-formats.ts'
import type { SharedTexts } from './shared-texts.ts'
import { decodeXml, richText, withoutMarkup } from './xml-pieces.ts'

/** One row of a sheet as it stands in the file. */
export interface StreamedCells {
  /** Zero-based. */
  readonly index: number
  readonly hidden: boolean
  readonly cells: readonly (SheetCell | undefined)[]
}

/** What cells refer to. */
export interface CellSources {
  /** Namespace prefix of the sheet part, with its colon. */
  readonly prefix: string
  readonly texts: SharedTexts
  readonly formats: CellFormats
  readonly is1904: boolean
}

const ERROR_TEXT = /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|ERR!|SPILL!|CALC!|GETTING_DATA)$/

/** Reads the text of one `<row>`; `next` is its number where it names none. */
export function scanRow(xml: string, next: number, sources: CellSources): StreamedCells {
  const row = withoutMarkup(xml)
  const opening = row.slice(0, row.indexOf('>') + 1)
  const named = Number(attribute(opening, 'r') ?? next + 1) - 1
  const hidden = /\shidden\s*=\s*["'](?:1|true)["']/.test(opening)
  const index = Number.isInteger(named) && named >= 0 ? named : next
  return { index, hidden, cells: opening.endsWith('/>') ? [] : scanCells(row, opening.length, sources) }
}

function scanCells(row: string, from: number, sources: CellSources): readonly (SheetCell | undefined)[] {
  const [open, close] = [`<${sources.prefix}c`, `</${sources.prefix}c>`]
  const cells: (SheetCell | undefined)[] = []
  let next = 0
  for (let at = row.indexOf(open, from); at >= 0; ) {
    const code = row.charCodeAt(at + open.length)
    if (code !== 62 && code !== 47 && !isBlank(code)) {
      at = row.indexOf(open, at + 1)
      continue
    }
    const tag = readTag(row, at + open.length)
    const column = tag.column ?? next
    while (cells.length < column) cells.push(undefined)
    next = column + 1
    if (tag.isEmpty) {
      if (cells.length <= column) cells.push(undefined)
      at = row.indexOf(open, tag.end)
      continue
    }
    const end = row.indexOf(close, tag.end)
    const stop = end < 0 ? row.length : end
    cells[column] = cellOf(row, tag, stop, sources)
    at = row.indexOf(open, stop)
  }
  return cells
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

interface CellTag {
  /** Zero-based. */
  readonly column: number | undefined
  readonly style: number
  readonly type: string
  readonly isEmpty: boolean
  /** Place behind the tag. */
  readonly end: number
}

/** Reads the attributes of `<c …>` from behind its name. */
function readTag(row: string, from: number): CellTag {
  let column: number | undefined
  let style = -1
  let type = ''
  let at = from
  for (;;) {
    while (isBlank(row.charCodeAt(at))) at += 1
    const code = row.charCodeAt(at)
    if (Number.isNaN(code) || code === 62) return { column, style, type, isEmpty: false, end: at + 1 }
    if (code === 47) return { column, style, type, isEmpty: true, end: row.indexOf('>', at) + 1 || row.length }
    const equals = row.indexOf('=', at)
    if (equals < 0) return { column, style, type, isEmpty: true, end: row.length }
    let quote = equals + 1
    while (row.charCodeAt(quote) === 32) quote += 1
    const end = row.indexOf(row.charAt(quote), quote + 1)
    if (end < 0) return { column, style, type, isEmpty: true, end: row.length }
    // The three attributes that matter have names of one letter.
    if (equals === at + 1 || row.charCodeAt(at + 1) === 32) {
      if (code === 114) column = columnAt(row, quote + 1)
      else if (code === 115) style = Number(row.slice(quote + 1, end))
      else if (code === 116) type = row.slice(quote + 1, end)
    }
    at = end + 1
  }
}

function columnAt(row: string, from: number): number | undefined {
  let column = 0
  let at = from
  for (let code = row.charCodeAt(at); ; code = row.charCodeAt(at)) {
    const letter = code >= 97 ? code - 32 : code
    if (letter < 65 || letter > 90 || at - from > 3) break
    column = column * 26 + letter - 64
    at += 1
  }
  return column === 0 || column > 16_384 ? undefined : column - 1
}

function cellOf(row: string, tag: CellTag, stop: number, sources: CellSources): SheetCell | undefined {
  const { prefix } = sources
  const isComputed = row.startsWith(`<${prefix}f`, tag.end)
  const content =
    tag.type === 'inlineStr'
      ? textContent(richText(row.slice(tag.end, stop), prefix))
      : contentOf(valueAt(row, tag.end, stop, prefix), tag, sources)
  if (content === undefined) return undefined
  const isPercent = content.kind === 'number' && tag.style >= 0 && sources.formats.isPercent(tag.style)
  if (!isComputed && !isPercent) return { content }
  return { content, ...(isComputed ? { computed: true } : {}), ...(isPercent ? { percent: true } : {}) }
}

/** The text of `<v>`, entities as they stand. */
function valueAt(row: string, from: number, stop: number, prefix: string): string {
  const open = `<${prefix}v`
  const at = row.startsWith(open, from) ? from : row.indexOf(open, from)
  if (at < 0 || at >= stop) return ''
  const start = row.indexOf('>', at) + 1
  if (start <= 0 || row.charCodeAt(start - 2) === 47) return ''
  const end = row.indexOf('<', start)
  return row.slice(start, end < 0 || end > stop ? stop : end)
}

function contentOf(raw: string, tag: CellTag, sources: CellSources): CellContent | undefined {
  switch (tag.type) {
    case 's':
      return textContent(sources.texts.at(Number(raw)) ?? '')
    case 'str':
      return textContent(decodeXml(raw))
    case 'b':
      return { kind: 'truth', truth: raw === '1' || raw.toLowerCase() === 'true' }
    case 'e':
      return raw === '' ? undefined : { kind: 'error', text: decodeXml(raw) }
    default: {
      if (raw === '') return undefined
      const value = Number(raw)
      if (Number.isNaN(value)) return textContent(decodeXml(raw))
      if (tag.style < 0 || !sources.formats.isDate(tag.style)) return { kind: 'number', text: String(value) }
      return dateContent(serialToDate(value, sources.is1904))
    }
  }
}

function dateContent(day: Date): CellContent {
  const isDay = !Number.isNaN(day.getTime())
  return {
    kind: 'date',
    date: isDay ? day.toISOString().slice(0, 10) : '',
    serial: String(day.getTime() / 86_400_000 + 25_569),
  }
}

function textContent(text: string): CellContent | undefined {
  if (text === '' || isExplanation(text)) return undefined
  return text.startsWith('#') && ERROR_TEXT.test(text) ? { kind: 'error', text } : { kind: 'text', text }
}
