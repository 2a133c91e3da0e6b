import type { Preview } from '@eduduty/core/archive'
import { Parser } from 'htmlparser2'
import { partText } from '../../platform/workbooks/zip-chunks.ts'
import { readZipDirectory } from '../../platform/workbooks/zip-directory.ts'

export type Paragraph = Preview['paragraphs'][number]

const MOST_BYTES = 96 * 1024 * 1024
/** Deletions, field codes, the second form of a drawing: no text of the document as it now reads. */
const ignored = new Set(['w:del', 'w:movefrom', 'w:instrtext', 'w:deltext', 'mc:fallback', 'w:comment'])

interface OpenTable {
  readonly rows: string[][]
}

/** Paragraphs and tables of a Word document, in their order; a table inside a table gives its words to the cell. */
export async function readWord(bytes: Buffer): Promise<readonly Paragraph[]> {
  const entries = readZipDirectory(bytes)
  const body = entries.find(({ name }) => name === 'word/document.xml')
  if (body === undefined) return []
  const reader = new WordPreview()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name.toLowerCase(), attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name.toLowerCase()),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(await partText(bytes, body, MOST_BYTES))
  return reader.paragraphs
}

class WordPreview {
  readonly paragraphs: Paragraph[] = []
  private readonly tables: OpenTable[] = []
  private words = ''
  private level = 0
  private ignoring = 0
  private inText = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (ignored.has(name)) this.ignoring += 1
    if (this.ignoring > 0) return
    const table = this.tables.at(-1)
    if (name === 'w:t') this.inText = true
    else if (name === 'w:tab') this.words += '\t'
    else if (name === 'w:br' || name === 'w:cr') this.words += '\n'
    else if (name === 'w:outlinelvl') this.level = levelOf(Number(attributes['w:val']) + 1)
    else if (name === 'w:pstyle')
      this.level = levelOf(Number(/(?:heading ?|标题 ?)?([1-6])$/i.exec(attributes['w:val'] ?? '')?.[1]))
    else if (name === 'w:tbl') this.tables.push({ rows: [] })
    else if (name === 'w:tr' && this.tables.length === 1) table?.rows.push([])
    else if (name === 'w:tc' && this.tables.length === 1) table?.rows.at(-1)?.push('')
  }

  text(text: string): void {
    if (this.inText && this.ignoring === 0) this.words += text
  }

  close(name: string): void {
    if (ignored.has(name)) this.ignoring -= 1
    if (this.ignoring > 0) return
    if (name === 'w:t') this.inText = false
    else if (name === 'w:p') this.endParagraph()
    else if (name === 'w:tbl') this.endTable()
  }

  private endParagraph(): void {
    const [text, level] = [this.words.trim(), this.level]
    ;[this.words, this.level] = ['', 0]
    if (text === '') return
    const row = this.tables[0]?.rows.at(-1)
    if (row === undefined) this.paragraphs.push({ text, level })
    else row.push([row.pop() ?? '', text].filter((part) => part !== '').join('\n'))
  }

  private endTable(): void {
    const table = this.tables.pop()
    if (table === undefined || this.tables.length > 0) return
    this.paragraphs.push({ text: '', level: 0, table: table.rows })
  }
}

const levelOf = (level: number): number => (Number.isInteger(level) && level >= 1 && level <= 6 ? level : 0)
