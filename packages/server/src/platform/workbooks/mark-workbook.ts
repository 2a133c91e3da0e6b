import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Finding, type Sheet, type SheetCell, shownText } from '@eduduty/core/collection'
import { writeXlsx } from 'hucre/xlsx'
import { textWidth } from '../xlsx/text-width.ts'
import { detectType } from './detect-type.ts'
import { inspectPackage } from './inspect-package.ts'
import { STREAM_LIMITS } from './limits.ts'
import { markPackage } from './marking/mark-package.ts'
import { readBytes } from './read-bytes.ts'

/**
 * Writes the workbook back with its wrong cells red, a note on each, and the sheet 错误清单. `findings` are those of
 * this file, which its sender calls `name`. An xlsx is patched and keeps everything else; xls and csv come back as an xlsx copy of their cells.
 * Throws FileRefused for a file that cannot be read as a workbook.
 */
export async function markWorkbook(
  originalPath: string,
  findings: readonly Finding[],
  outPath: string,
  name = basename(originalPath),
): Promise<void> {
  const bytes = await readFile(originalPath)
  if (detectType(bytes) === 'zip') {
    await inspectPackage(bytes, STREAM_LIMITS)
    await writeFile(outPath, markPackage(bytes, findings, name))
    return
  }
  const { sheets } = await readBytes(bytes, name)
  await writeFile(outPath, markPackage(await copySheets(sheets), findings, name))
}

function copySheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rows.map((row) => Array.from(row, plainValue)),
      merges: sheet.merges.map((merge) => ({
        startRow: merge.top,
        startCol: merge.left,
        endRow: merge.bottom,
        endCol: merge.right,
      })),
      columns: widthsOf(sheet).map((width) => ({ width })),
      rowDefs: new Map([...sheet.hiddenRows].map((row) => [row, { hidden: true }])),
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })),
  })
}

/** Rows that tell how wide a column has to be. */
const MEASURED = 200

/** A csv has no widths: each column gets what its texts take, within reason. */
function widthsOf({ rows }: Sheet): readonly number[] {
  const widths: number[] = []
  for (const row of rows.slice(0, MEASURED))
    for (const [at, cell] of row.entries()) {
      const text = cell === undefined || row.length < 2 ? '' : shownText(cell.content)
      widths[at] = Math.min(36, Math.max(widths[at] ?? 9, textWidth(text) + 2))
    }
  return Array.from(widths, (width) => width ?? 9)
}

/** Codes come out of a csv as numbers: as such, programs would show them as 2.2E+09. */
const isCode = (text: string): boolean => /^\d{9,}$/.test(text)

function plainValue(cell: SheetCell | undefined): string | number | boolean | Date | null {
  const content = cell?.content
  switch (content?.kind) {
    case undefined:
      return null
    case 'truth':
      return content.truth
    case 'number':
      return isCode(content.text) ? content.text : Number(content.text)
    case 'date':
      return new Date(`${content.date}T00:00:00Z`)
    case 'text':
    case 'error':
      return content.text
  }
}
