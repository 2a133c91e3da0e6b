import type { Sheet, SheetCell } from '@eduduty/core/collection'
import { writeXlsx } from 'hucre/xlsx'
import { encodeGb18030 } from '../../src/demo/encode-gb18030.ts'

/** Drawn sheets as the bytes of a workbook, with their merged cells. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => Array.from(row, plainValue)),
      merges: sheet.merges.map(({ top, left, bottom, right }) => ({
        startRow: top,
        startCol: left,
        endRow: bottom,
        endCol: right,
      })),
    })),
  })
}

/** One drawn sheet as csv in the old Chinese encoding. */
export function gbkCsvOf(sheet: Sheet): Uint8Array {
  const lines = sheet.rows.map((row) => Array.from(row, (cell) => `"${String(plainValue(cell) ?? '')}"`).join(','))
  return encodeGb18030(`${lines.join('\r\n')}\r\n`)
}

function plainValue(cell: SheetCell | undefined): string | number | null {
  if (cell?.content.kind === 'number') return Number(cell.content.text)
  return cell?.content.kind === 'text' ? cell.content.text : null
}
