import { Parser } from 'htmlparser2'
import { type DraftCell, TableDraft } from './table-draft.ts'
import type { TextBuilder } from './text-builder.ts'

/** What is no text of the document as it now reads: deletions, field codes, the second form of a drawing. */
const IGNORED = new Set(['w:del', 'w:movefrom', 'w:instrtext', 'w:deltext', 'mc:fallback', 'w:rt', 'w:comment'])

interface OpenTable {
  readonly draft: TableDraft
  cell: DraftCell | undefined
  span: number
  continues: boolean
}

/** Where paragraphs go: into the document, or into the cell of a table that is being read. */
class WordReader {
  private readonly paragraphs: string[] = []
  private readonly tables: OpenTable[] = []
  private readonly waiting: string[] = []
  private ignoring = 0
  private inText = false
  private hidden = false

  private readonly builder: TextBuilder

  constructor(builder: TextBuilder) {
    this.builder = builder
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (IGNORED.has(name)) this.ignoring += 1
    if (this.ignoring > 0) return
    const table = this.tables.at(-1)
    switch (name) {
      case 'w:p':
        this.paragraphs.push('')
        return
      case 'w:r':
        this.hidden = false
        return
      case 'w:vanish':
        this.hidden = attributes['w:val'] !== '0' && attributes['w:val'] !== 'false'
        return
      case 'w:t':
        this.inText = true
        return
      case 'w:tab':
      case 'w:ptab':
        this.write('\t')
        return
      case 'w:br':
      case 'w:cr':
        this.write('\n')
        return
      case 'w:nobreakhyphen':
        this.write('-')
        return
      default:
        this.openTable(name, attributes, table)
    }
  }

  private openTable(name: string, attributes: Readonly<Record<string, string>>, table: OpenTable | undefined): void {
    if (name === 'w:tbl') this.tables.push({ draft: new TableDraft(), cell: undefined, span: 1, continues: false })
    if (table === undefined) return
    if (name === 'w:tr') table.draft.startRow()
    if (name === 'w:tc') [table.cell, table.span, table.continues] = [undefined, 1, false]
    if (name === 'w:gridspan') table.span = Number(attributes['w:val'] ?? 1) || 1
    if (name === 'w:vmerge') table.continues = attributes['w:val'] !== 'restart'
  }

  text(text: string): void {
    if (this.inText) this.write(text)
  }

  close(name: string): void {
    if (IGNORED.has(name)) this.ignoring -= 1
    if (this.ignoring > 0) return
    if (name === 'w:t') this.inText = false
    if (name === 'w:p') this.endParagraph(this.paragraphs.pop() ?? '')
    if (name === 'w:tc') this.cellOf(this.tables.at(-1))
    if (name === 'w:tbl') this.endTable()
  }

  private write(text: string): void {
    if (this.ignoring > 0 || this.hidden || this.paragraphs.length === 0) return
    this.paragraphs[this.paragraphs.length - 1] += text
  }

  private cellOf(table: OpenTable | undefined): DraftCell | undefined {
    if (table !== undefined) table.cell ??= table.draft.addWordCell(table.span, table.continues)
    return table?.cell
  }

  /** The paragraphs of a text box come after the one that holds it. */
  private endParagraph(text: string): void {
    if (this.paragraphs.length > 0) {
      this.waiting.push(text)
      return
    }
    for (const one of [text, ...this.waiting.splice(0)]) {
      const cell = this.cellOf(this.tables.at(-1))
      if (cell === undefined) this.builder.addParagraph(one)
      else if (!this.tables.at(-1)?.continues) cell.text += cell.text === '' ? one : `\n${one}`
    }
  }

  /** A table inside a cell gives its text to the cell. */
  private endTable(): void {
    const inner = this.tables.pop()
    if (inner === undefined) return
    const outer = this.cellOf(this.tables.at(-1))
    if (outer !== undefined) outer.text += inner.draft.cells.map(({ text }) => `\n${text}`).join('')
    else this.builder.addTable(inner.draft.cells)
  }
}

/** Reads the paragraphs and tables of one part of a Word document. */
export function readWordXml(xml: string, builder: TextBuilder): void {
  const reader = new WordReader(builder)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name.toLowerCase(), attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name.toLowerCase()),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}
