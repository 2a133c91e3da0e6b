import { type Grid, type PlacedCell, type RowRole, textOf } from '@eduduty/core/documents'
import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { font, size, textWidth } from './geometry.ts'
import { run } from './paragraphs.ts'

/** Tables up to this many rows are kept on one page. */
const KEPT_ROWS = 14
/** 1.6 cm. */
const TALL = 907
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const SHADE = { type: ShadingType.CLEAR, color: 'auto', fill: 'BFBFBF' } as const

interface Keeping {
  /** Goes on over pages however short it is. */
  readonly flows?: boolean
  /** Its last row stands on the page of what follows. */
  readonly stays?: boolean
  /** Rows are high enough to sign in by hand. */
  readonly isTall?: boolean
}

/** A table over the full text width. Grid widths are always given: WPS shows nothing without them. */
export function tableOf(
  grid: Grid,
  widths: readonly number[],
  { flows = false, stays = false, isTall = false }: Keeping = {},
): Table {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.floor((width / total) * textWidth))
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: grid.roles.map((role, row) => {
      const isLast = row === grid.roles.length - 1
      const keep = isLast ? stays : !flows && grid.roles.length <= KEPT_ROWS
      return tableRow(grid, role, row, { widths: columnWidths, keep, isTall })
    }),
  })
}

interface RowLook {
  readonly widths: readonly number[]
  readonly keep: boolean
  readonly isTall: boolean
}

function tableRow(grid: Grid, role: RowRole, row: number, { widths, keep, isTall }: RowLook): TableRow {
  return new TableRow({
    tableHeader: role === 'header',
    cantSplit: true,
    ...(isTall && { height: { value: TALL, rule: HeightRule.ATLEAST } }),
    children: grid.cells.filter((cell) => cell.row === row).map((cell) => tableCell(cell, role, widths, keep)),
  })
}

function tableCell(cell: PlacedCell, role: RowRole, widths: readonly number[], keep: boolean): TableCell {
  const width = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, part) => sum + part, 0)
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 57, right: 57, top: 57, bottom: 57 },
    ...(cell.shaded ? { shading: SHADE } : {}),
    children: textOf(cell.output)
      .split('\n')
      .map((line) => cellParagraph(line, cell, role, keep)),
  })
}

function cellParagraph(line: string, cell: PlacedCell, role: RowRole, keep: boolean): Paragraph {
  const face = role === 'header' || cell.bold ? font.heading : font.body
  return new Paragraph({
    alignment: ALIGN[cell.align],
    keepNext: keep,
    spacing: { line: 280, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [run(line, face, size.table)],
  })
}
