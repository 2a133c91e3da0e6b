import { cellText } from '@eduduty/core/audit'
import { writeXlsx } from 'hucre/xlsx'
import { printableText } from '../../platform/printable-text.ts'

export type TableFormat = 'xlsx' | 'csv'

/** Columns and rows of texts. */
export interface TextTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A table as a file. Every cell is text and stays text, whatever it begins with and whatever opens it. */
export async function writeTable(table: TextTable, format: TableFormat): Promise<Uint8Array> {
  return format === 'csv' ? writeCsv(table) : writeSheet(table)
}

/** With the mark that tells spreadsheets the encoding. */
function writeCsv({ columns, rows }: TextTable): Uint8Array {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cellText(printableText(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`
  return new TextEncoder().encode(`\ufeff${[columns, ...rows].map(line).join('')}`)
}

const headStyle = { font: { name: '宋体', size: 10.5, bold: true }, alignment: { horizontal: 'center' } } as const
/** Number format 49: text, so that codes keep their zeros when they are edited. */
const textStyle = { font: { name: '宋体', size: 10.5 }, numFmt: '@' } as const

function writeSheet({ title, columns, rows }: TextTable): Promise<Uint8Array> {
  const lines = [columns, ...rows].map((row) => row.map((cell) => (cell === '' ? null : printableText(cellText(cell)))))
  const cells = new Map(
    lines.flatMap((line, row) =>
      line.map((value, column) => [`${row},${column}`, { value, style: row === 0 ? headStyle : textStyle }] as const),
    ),
  )
  return writeXlsx({
    sheets: [
      {
        name: title,
        rows: lines,
        cells,
        columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
        freezePane: { rows: 1 },
      },
    ],
  })
}

function widthOf(title: string, rows: TextTable['rows'], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), title.length)
  return Math.min(48, 4 + longest * 1.8)
}
