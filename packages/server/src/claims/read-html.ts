import type { ReportText } from '@eduduty/core/claims'
import { Parser } from 'htmlparser2'
import { type DraftCell, TableDraft } from './table-draft.ts'
import { TextBuilder } from './text-builder.ts'

const IGNORED = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'iframe', 'select', 'button', 'nav'])
const VOID = new Set([
  'br',
  'img',
  'input',
  'hr',
  'meta',
  'link',
  'col',
  'wbr',
  'area',
  'base',
  'embed',
  'source',
  'track',
])
const BLOCKS = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 section article header footer blockquote pre dd dt dl body hr table caption'.split(
    ' ',
  ),
)

class HtmlReader {
  readonly builder = new TextBuilder()
  private paragraph = ''
  private readonly tables: { readonly draft: TableDraft; cell: DraftCell | undefined }[] = []
  /** Elements open inside one that is not shown. */
  private ignoring = 0

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.ignoring > 0 || IGNORED.has(name) || isHidden(attributes)) {
      if (!VOID.has(name)) this.ignoring += 1
      return
    }
    if (name === 'br') this.lineBreak()
    if (BLOCKS.has(name)) this.endParagraph()
    const table = this.tables.at(-1)
    if (name === 'table') this.tables.push({ draft: new TableDraft(), cell: undefined })
    if (table === undefined) return
    if (name === 'tr') table.draft.startRow()
    if (name === 'td' || name === 'th')
      table.cell = table.draft.addCell(Number(attributes.colspan ?? 1) || 1, Number(attributes.rowspan ?? 1) || 1)
  }

  text(text: string): void {
    if (this.ignoring > 0) return
    const words = text.replace(/[ \t\r\n]+/g, ' ')
    const cell = this.tables.at(-1)?.cell
    if (cell !== undefined) cell.text += words
    else if (this.tables.length === 0) this.paragraph += words
  }

  close(name: string): void {
    if (this.ignoring > 0) {
      if (!VOID.has(name)) this.ignoring -= 1
      return
    }
    if (BLOCKS.has(name)) this.endParagraph()
    const table = this.tables.at(-1)
    if (table === undefined) return
    if (name === 'td' || name === 'th') table.cell = undefined
    if (name === 'table') this.endTable()
  }

  finish(): ReportText {
    this.endParagraph()
    return this.builder.finish()
  }

  /** Pages break lines between paragraphs, too; only a sentence that is not over goes on. */
  private lineBreak(): void {
    const cell = this.tables.at(-1)?.cell
    if (cell !== undefined) cell.text += '\n'
    else if (this.paragraph.trim().length >= 20 && !/[。！？；：!?;:]["”』）)]*\s*$/.test(this.paragraph))
      this.paragraph += '\n'
    else this.endParagraph()
  }

  private endParagraph(): void {
    if (this.tables.length > 0) return
    this.builder.addParagraph(this.paragraph.trim())
    this.paragraph = ''
  }

  /** Pages are laid out with tables: one cell with prose is no table. */
  private endTable(): void {
    const inner = this.tables.pop()
    if (inner === undefined) return
    const cells = inner.draft.cells.map((cell) => ({ ...cell, text: cell.text.trim() }))
    const outer = this.tables.at(-1)?.cell
    if (outer !== undefined) outer.text += cells.map(({ text }) => `\n${text}`).join('')
    else if (cells.length > 1) this.builder.addTable(cells)
    else for (const { text } of cells) for (const line of text.split('\n')) this.builder.addParagraph(line.trim())
  }
}

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')

/** Reads what a page shows as paragraphs and tables. */
export function readHtml(html: string): ReportText {
  const reader = new HtmlReader()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return reader.finish()
}
