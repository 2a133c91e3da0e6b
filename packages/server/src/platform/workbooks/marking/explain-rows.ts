import { cellAddress, parseAddress } from '@eduduty/core/collection'
import { escapeXml } from '../../escape-xml.ts'
import { EXPLANATION_HEADING, EXPLANATION_SIGN } from '../explanation.ts'
import { isOldExplanation } from './old-explanations.ts'
import { type CellXml, cellsOf, type RowXml, type SheetXml } from './sheet-rows.ts'
import { attribute } from './xml-text.ts'

export interface Explaining {
  /** What to write, by zero-based row. */
  readonly texts: ReadonlyMap<number, string>
  /** The rightmost column that a mark stands in, zero-based. */
  readonly lastMarked: number
  /** Shared texts that are explanations of a former time. */
  readonly oldTexts: ReadonlySet<number>
  /** Style of the texts; asked for only when there are any. */
  style(): number
}

const WIDTH = 44

/** Writes beside each wrong row, right of everything, what is wrong in it, and takes former explanations away. */
export function explainRows(sheet: SheetXml, explaining: Explaining): SheetXml {
  const { prefix } = sheet
  const { texts, oldTexts } = explaining
  const cleaned = sheet.rows.map((row) => withoutOld(row, prefix, oldTexts))
  const rows = cleaned.every((row, at) => row === sheet.rows[at]) ? sheet.rows : cleaned
  if (texts.size === 0) return rows === sheet.rows ? sheet : { ...sheet, rows }
  const column = Math.max(explaining.lastMarked, lastColumn(rows, prefix), lastMerged(sheet.after, prefix)) + 1
  const heading = headingRow(rows, prefix, Math.min(...texts.keys()))
  const style = explaining.style()
  const written = rows.map((row): RowXml => {
    const text = row.at === heading ? EXPLANATION_HEADING : texts.get(row.at)
    return text === undefined ? row : withCell(row, prefix, { column, text, style })
  })
  return { ...sheet, before: widened(sheet.before, prefix, column), rows: written }
}

function withoutOld(row: RowXml, prefix: string, oldTexts: ReadonlySet<number>): RowXml {
  if (oldTexts.size === 0 && !row.xml.includes(EXPLANATION_SIGN)) return row
  const cells = cellsOf(row.xml, prefix)
  const kept = cells.filter(({ xml }) => !isOldExplanation(xml, prefix, oldTexts))
  return kept.length === cells.length ? row : withCells(row, prefix, kept)
}

function withCells({ at, xml }: RowXml, prefix: string, cells: readonly CellXml[]): RowXml {
  const opening = xml.slice(0, xml.indexOf('>') + 1)
  const open = opening.replace(/\s*\/?>$/, '>').replace(/\s+spans="[^"]*"/, '')
  return { at, xml: `${open}${cells.map((cell) => cell.xml).join('')}</${prefix}row>` }
}

interface NewCell {
  readonly column: number
  readonly text: string
  readonly style: number
}

function withCell(row: RowXml, prefix: string, { column, text, style }: NewCell): RowXml {
  const cells = cellsOf(row.xml, prefix)
  const xml =
    `<${prefix}c r="${cellAddress(row.at, column)}" s="${style}" t="inlineStr"><${prefix}is>` +
    `<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is></${prefix}c>`
  const left = cells.filter((cell) => cell.column < column)
  return withCells(row, prefix, [...left, { column, xml }, ...cells.filter((cell) => cell.column > column)])
}

const hasContent = ({ xml }: CellXml, prefix: string): boolean =>
  xml.includes(`<${prefix}v>`) || xml.includes(`<${prefix}v `) || xml.includes(`<${prefix}is>`)

/** Formats may reach to the edge of the sheet: only what a reader sees counts. */
function lastColumn(rows: readonly RowXml[], prefix: string): number {
  return rows.reduce((most, { xml }) => {
    const at = Math.max(
      xml.lastIndexOf(`<${prefix}v>`),
      xml.lastIndexOf(`<${prefix}v `),
      xml.lastIndexOf(`<${prefix}is>`),
    )
    if (at < 0) return most
    const cell = xml.slice(xml.lastIndexOf(`<${prefix}c `, at), at)
    const place = parseAddress(attribute(cell.slice(0, cell.indexOf('>') + 1), 'r') ?? '')
    return Math.max(most, place?.column ?? cellsOf(xml, prefix).length - 1)
  }, 0)
}

function lastMerged(after: string, prefix: string): number {
  const ends = [...after.matchAll(new RegExp(`<${prefix}mergeCell\\s[^>]*>`, 'g'))].map(([tag]) => {
    const end = (attribute(tag, 'ref') ?? '').split(':').at(-1) ?? ''
    return parseAddress(end)?.column ?? 0
  })
  return ends.reduce((most, one) => Math.max(most, one), 0)
}

/** The first of the fullest rows above the first wrong one: that is where a table has its headings. */
function headingRow(rows: readonly RowXml[], prefix: string, firstWrong: number): number | undefined {
  let best: { readonly at: number; readonly cells: number } | undefined
  for (const { at, xml } of rows) {
    if (at >= firstWrong || at >= HEADINGS_ABOVE) break
    const cells = cellsOf(xml, prefix).filter((cell) => hasContent(cell, prefix)).length
    if (cells > (best?.cells ?? 1)) best = { at, cells }
  }
  return best?.at
}

/** No table's headings stand lower than this. */
const HEADINGS_ABOVE = 60

/** Gives a column without a width one that its texts can be read in. */
function widened(before: string, prefix: string, column: number): string {
  const cols = new RegExp(`<${prefix}cols>([\\s\\S]*?)</${prefix}cols>`).exec(before)
  const own = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${WIDTH}" customWidth="1"/>`
  if (cols === null) return `${before}<${prefix}cols>${own}</${prefix}cols>`
  const tags = (cols[1] ?? '').match(new RegExp(`<${prefix}col\\s[^>]*>`, 'g')) ?? []
  const reach = (tag: string, name: 'min' | 'max') => Number(attribute(tag, name) ?? 0)
  if (tags.some((tag) => reach(tag, 'min') <= column + 1 && column + 1 <= reach(tag, 'max'))) return before
  const left = tags.filter((tag) => reach(tag, 'max') <= column)
  const right = tags.filter((tag) => reach(tag, 'min') > column + 1)
  return before.replace(cols[0], () => `<${prefix}cols>${[...left, own, ...right].join('')}</${prefix}cols>`)
}
