import type { Preview } from '@eduduty/core/archive'
import type { Sheet, SheetCell } from '@eduduty/core/collection'
import { decodeText } from '../../platform/workbooks/decode-text.ts'
import { readBytes } from '../../platform/workbooks/read-bytes.ts'
import { type Paragraph, readWord } from './read-word.ts'

const PARAGRAPHS = 400
const ROWS = 200
const COLUMNS = 40
const SHEETS = 20
const CELL = 500

const nothing: Preview = { shows: 'nothing', why: '', paragraphs: [], sheets: [], is_cut: false }

/** What a page shows of a file. Throws FileRefused where it cannot be read. */
export async function readPreview(bytes: Buffer, media: string, name: string): Promise<Preview> {
  switch (media) {
    case 'application/pdf':
      return { ...nothing, shows: 'pdf' }
    case 'image/png':
    case 'image/jpeg':
    case 'image/gif':
    case 'image/webp':
      return { ...nothing, shows: 'image' }
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return ofParagraphs(await readWord(bytes))
    case 'text/plain':
      return ofParagraphs(linesOf(decodeText(bytes)))
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    case 'application/vnd.ms-excel':
    case 'text/csv':
      return ofSheets((await readBytes(bytes, name)).sheets)
    default:
      return { ...nothing, why: '这种文件不能在网页里预览，请下载后打开' }
  }
}

const linesOf = (text: string): readonly Paragraph[] =>
  text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [{ text: line, level: 0 }]))

function ofParagraphs(all: readonly Paragraph[]): Preview {
  if (all.length === 0) return { ...nothing, why: '文件里没有文字，可能是扫描的图片，请下载后打开' }
  const shown = all.slice(0, PARAGRAPHS)
  const isCut = all.length > PARAGRAPHS || shown.some(({ table }) => (table?.length ?? 0) > ROWS)
  const paragraphs = shown.map(({ text, level, table }) => ({
    text,
    level,
    ...(table !== undefined && { table: table.slice(0, ROWS).map((row) => row.slice(0, COLUMNS)) }),
  }))
  return { ...nothing, shows: 'text', paragraphs, is_cut: isCut }
}

function ofSheets(all: readonly Sheet[]): Preview {
  const visible = all.filter(({ hidden }) => !hidden)
  const sheets = visible.slice(0, SHEETS).map(({ name, rows }) => ({
    name,
    rows: rows.slice(0, ROWS).map((row) => row.slice(0, COLUMNS).map(cellText)),
    more_rows: Math.max(0, rows.length - ROWS),
  }))
  const isCut = visible.length > SHEETS || sheets.some(({ more_rows: more }) => more > 0)
  return { ...nothing, shows: 'sheets', sheets, is_cut: isCut }
}

export function cellText(cell: SheetCell | undefined): string {
  const content = cell?.content
  switch (content?.kind) {
    case 'text':
    case 'number':
    case 'error':
      return content.text.slice(0, CELL)
    case 'truth':
      return content.truth ? '是' : '否'
    case 'date':
      return content.date
    default:
      return ''
  }
}
