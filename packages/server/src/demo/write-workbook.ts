import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { DraftCell, Look, SheetDraft } from './sheet-draft.ts'

const edge = { style: 'thin', color: { rgb: '7F7F7F' } } as const
const frame = { top: edge, right: edge, bottom: edge, left: edge }
const dateFormat = 'm"月"d"日"'

/** The bytes of a workbook: the same for the same sheets, on every day and machine. */
export async function workbookBytes(sheets: readonly SheetDraft[], author: string, on: string): Promise<Uint8Array> {
  const date = new Date(`${on}T08:00:00Z`)
  return await writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { creator: author, lastModifiedBy: author, created: date, modified: date },
    defaultFont: { name: '宋体', size: 11 },
  })
}

function sheetOf(draft: SheetDraft): WriteSheet {
  const { rows, lastColumn } = gridOf(draft)
  const sheet: WriteSheet = {
    name: draft.name,
    rows,
    cells: new Map([...draft.cells].map(([at, cell]) => [at, cellOf(draft, at, cell)])),
    merges: draft.merges.map((m) => ({ startRow: m.top, startCol: m.left, endRow: m.bottom, endCol: m.right })),
    columns: Array.from({ length: lastColumn + 1 }, (_, column) => ({
      width: draft.widths.get(column) ?? 10,
      ...(draft.hiddenColumns.has(column) ? { hidden: true } : {}),
    })),
    rowDefs: rowDefinitions(draft),
    pageSetup: {
      paperSize: 'a4',
      orientation: draft.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      // Some eighteen columns can still be read on one printed page.
      fitToWidth: draft.landscape ? Math.ceil((lastColumn + 1) / 18) : 1,
      fitToHeight: 0,
      horizontalCentered: true,
      ...(draft.repeat ? { printTitlesRow: `$${draft.repeat.from + 1}:$${draft.repeat.to + 1}` } : {}),
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  }
  if (draft.freezeRows > 0) sheet.freezePane = { rows: draft.freezeRows }
  return sheet
}

function gridOf(draft: SheetDraft) {
  let lastRow = 0
  let lastColumn = 0
  for (const at of draft.cells.keys()) {
    const [row, column] = positionOf(at)
    lastRow = Math.max(lastRow, row)
    lastColumn = Math.max(lastColumn, column)
  }
  const rows = Array.from({ length: lastRow + 1 }, () => new Array<string | number | null>(lastColumn + 1).fill(null))
  return { rows, lastColumn }
}

function rowDefinitions(draft: SheetDraft) {
  const rows = new Map<number, { height?: number; hidden?: boolean }>()
  for (const [row, height] of draft.heights) rows.set(row, { height })
  for (const row of draft.hiddenRows) rows.set(row, { ...rows.get(row), hidden: true })
  return rows
}

function cellOf(draft: SheetDraft, at: string, cell: DraftCell) {
  const remark = draft.remarks.get(at)
  const comment = remark === undefined ? {} : { comment: { author: '填报人', text: remark } }
  const style = styleOf(draft, cell.look)
  const { value } = cell
  if (value === null) return { value, type: 'empty', style, ...comment } as const
  if (typeof value === 'string') return { value, type: 'string', style, ...comment } as const
  if (typeof value === 'number') return { value, type: 'number', style, ...comment } as const
  switch (value.accident) {
    case 'error':
      return { value: value.text, type: 'error', style, ...comment } as const
    case 'date':
      return { value: value.serial, type: 'number', style: { ...style, numFmt: dateFormat }, ...comment } as const
  }
}

function styleOf(draft: SheetDraft, look: Look): CellStyle {
  const font = { name: draft.font, size: 11 }
  const middle = { vertical: 'center', wrapText: true } as const
  const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: draft.headingFill } } as const
  switch (look) {
    case 'title':
      return { font: { name: '黑体', size: 16, bold: true }, alignment: { ...middle, horizontal: 'center' } }
    case 'heading':
      return { font: { ...font, bold: true }, fill, border: frame, alignment: { ...middle, horizontal: 'center' } }
    case 'group':
      return { font: { ...font, bold: true }, border: frame, alignment: { ...middle, horizontal: 'center' } }
    case 'label':
      return { font, border: frame, alignment: { ...middle, horizontal: 'left' } }
    case 'number':
      return { font, border: frame, alignment: { vertical: 'center', horizontal: 'right' } }
    case 'text':
      return { font, border: frame, numFmt: '@', alignment: { ...middle, horizontal: 'center' } }
    case 'note':
      return { font: { ...font, size: 10 }, alignment: { vertical: 'center', horizontal: 'left' } }
    case 'plain':
      return { font }
  }
}

function positionOf(at: string): [number, number] {
  const comma = at.indexOf(',')
  return [Number(at.slice(0, comma)), Number(at.slice(comma + 1))]
}
