import { cellAddress } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { AnswerRow } from './answers.ts'
import { printedHeading } from './draw-table.ts'
import { encodeGb18030 } from './encode-gb18030.ts'
import type { CellPlacement } from './placement.ts'
import type { DraftValue } from './sheet-draft.ts'

/** A table as the county's old system exports it: one title line, headings, records; GB18030, CRLF. */
export function writeCsv(
  register: Register,
  rows: readonly AnswerRow[],
  title: string,
): { bytes: Uint8Array; cells: CellPlacement[] } {
  const lines = [quote(title), register.columns.map((column) => quote(printedHeading(column))).join(',')]
  const cells: CellPlacement[] = []
  for (const [index, row] of rows.entries()) {
    lines.push(register.columns.map((column) => quote(textOf(row.answers[column.id] ?? null))).join(','))
    for (const [order, column] of register.columns.entries()) {
      cells.push({
        year: row.year,
        register: row.register,
        unit: row.unit,
        column: column.id,
        cell: cellAddress(index + 2, order),
      })
    }
  }
  // This encoding has ㎡ and ≥ in its two-byte part, so the official titles survive.
  return { bytes: encodeGb18030(`${lines.join('\r\n')}\r\n`), cells }
}

function textOf(value: DraftValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? ('text' in value ? value.text : String(value.serial)) : String(value)
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
