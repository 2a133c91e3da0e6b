import { cellText } from '@eduduty/core/audit'
import { textGrid } from '@eduduty/core/documents'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'

export interface WordSheet {
  readonly name: string
  /** Printed at the head of each page. */
  readonly header: string
  /** YYYY-MM-DD, as the file's own date. */
  readonly date: string
  /** Widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[]
}

/** A sheet of words to be printed on A4 across, with its headings on each page. Every cell is text, and stays text when the sheet is saved as plain text. */
export function writeWordSheet(
  { name, header, date, columns }: WordSheet,
  rows: Iterable<readonly string[]>,
): Promise<Uint8Array> {
  const cells = [...rows].map((row) => row.map(cellText))
  const grid = textGrid([columns.map(({ title }) => title), ...cells])
  const sheet = { name, orientation: 'landscape' as const, widths: columns.map(({ width }) => width), grid }
  return writeWorkbook({ title: name, file: `${name}.xlsx`, header, sheets: [{ ...sheet, headStays: true }] }, date)
}
