import type { PlacedCell, SheetModel, WorkbookModel } from '@eduduty/core/documents'
import { type Cell, type CellValue, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { printableText } from '../printable-text.ts'
import { cellStyle } from './cell-style.ts'
import { rowHeights } from './row-heights.ts'

/**
 * Writes a workbook model as xlsx. `date` (YYYY-MM-DD) becomes the file's own date: the same model gives the same bytes.
 * Text stays text whatever it begins with; nothing becomes a formula.
 */
export async function writeWorkbook(model: WorkbookModel, date: string): Promise<Uint8Array> {
  const written = new Date(`${date}T00:00:00Z`)
  const names = sheetNames(model.sheets.map(({ name }) => name))
  const sheets = model.sheets.map((sheet, index) => ({ ...sheet, name: names[index] ?? sheet.name }))
  return await writeXlsx({
    sheets: sheets.map((sheet) => writeSheet(sheet, model.header)),
    properties: {
      title: model.title,
      created: written,
      modified: written,
      ...(model.mark !== undefined && { description: model.mark }),
    },
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: { name: '宋体', size: 10.5 },
  })
}

const NAME_LENGTH = 31

/** Names that a workbook allows: short, without the signs it reserves, no two alike whatever their case. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean =
      printableText(name)
        .replace(/[\\/?*[\]:]/g, '·')
        .replace(/^'+|'+$/g, '')
        .slice(0, NAME_LENGTH) || `表${index + 1}`
    const unique = taken.has(clean.toLowerCase()) ? `${clean.slice(0, NAME_LENGTH - 4)}(${index + 1})` : clean
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** Heading rows repeat on each page. Written by hand, because the library leaves sheet names unquoted. */
function printTitles(sheet: SheetModel): NonNullable<WriteOptions['namedRanges']> {
  const rows = sheet.grid.roles.flatMap((role, row) => (role === 'header' ? [row] : []))
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return []
  const name = sheet.name.replaceAll("'", "''")
  return [{ name: '_xlnm.Print_Titles', range: `'${name}'!$${first + 1}:$${last + 1}`, scope: sheet.name }]
}

function writeSheet(sheet: SheetModel, header: string): WriteSheet {
  const { grid } = sheet
  const rows: CellValue[][] = grid.roles.map(() => Array.from({ length: grid.columns }, () => null))
  const cells = new Map<string, Partial<Cell>>()
  for (const cell of grid.cells) {
    const value = cellContent(cell)
    const line = rows[cell.row]
    if (line) line[cell.column] = value
    const style = cellStyle(cell, grid.roles[cell.row] ?? 'body')
    // Every cell under a merge needs the frame, or its right and lower edges vanish.
    for (const [row, column] of coveredBy(cell)) cells.set(`${row},${column}`, { value: null, style })
    cells.set(`${cell.row},${cell.column}`, { value, style })
  }
  const heights = rowHeights(sheet)
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.widths.map((width) => ({ width })),
    merges: grid.cells
      .filter(({ rowspan, colspan }) => rowspan > 1 || colspan > 1)
      .map(({ row, column, rowspan, colspan }) => ({
        startRow: row,
        startCol: column,
        endRow: row + rowspan - 1,
        endCol: column + colspan - 1,
      })),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, header: 0.35, footer: 0.35 },
    },
    headerFooter: {
      oddHeader: `&L&"宋体,常规"&9${header.replaceAll('&', '&&')}&R&"宋体,常规"&9&A`,
      oddFooter: '&C&"宋体,常规"&9第 &P 页　共 &N 页',
    },
    view: { showGridLines: false },
    ...(sheet.headStays === true && { freezePane: { rows: grid.roles.filter((role) => role === 'header').length } }),
  }
}

function cellContent(cell: PlacedCell): string | number | null {
  switch (cell.output.kind) {
    case 'empty':
      return null
    case 'text':
      return printableText(cell.output.text)
    case 'number':
      return Number(cell.output.text)
  }
}

function* coveredBy(cell: PlacedCell): Generator<readonly [row: number, column: number]> {
  for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) {
    for (let column = cell.column; column < cell.column + cell.colspan; column += 1) yield [row, column]
  }
}
