import { cellAddress } from '@eduduty/core/collection'
import type { Column, Register } from '@eduduty/core/packs'
import type { AnswerRow } from './answers.ts'
import type { DrawnSheet, FormTexts } from './draw-vertical-form.ts'
import type { TableLayout } from './layouts.ts'
import type { CellPlacement } from './placement.ts'
import { createSheetDraft, type DraftValue, putCell, putMerged, type SheetDraft } from './sheet-draft.ts'

/** Headings that differ from the register's own, by column id, e.g. another unit. */
export type HeadingChanges = Readonly<Record<string, string>>

/** Draws several records as a table: one record per row, under title rows and one or two heading rows. */
export function drawTable(
  register: Register,
  rows: readonly AnswerRow[],
  layout: TableLayout,
  texts: FormTexts & { readonly headings?: HeadingChanges },
): DrawnSheet {
  const draft = createSheetDraft(texts.sheet)
  draft.landscape = true
  draft.headingFill = layout.headingFill
  draft.font = layout.font
  const columns = orderColumns(register, layout)
  const left = layout.left + (layout.counts ? 1 : 0)
  const right = left + columns.length + layout.extras.length - 1
  // A title over seventy columns would be centred out of sight.
  const seen = Math.min(right, layout.left + 11)
  putMerged(draft, { top: layout.top, left: layout.left, bottom: layout.top, right: seen }, texts.title, 'title')
  draft.heights.set(layout.top, 30)
  putMerged(draft, { top: layout.top + 1, left: layout.left, bottom: layout.top + 1, right: seen }, texts.line, 'note')
  const head = layout.top + 2
  const body = head + (layout.withGroups ? 2 : 1)
  drawHeadings(draft, columns, layout, { head, left, changes: texts.headings ?? {} })
  const cells: CellPlacement[] = []
  for (const [index, row] of rows.entries()) {
    draft.heights.set(body + index, heightOf(columns, row))
    if (layout.counts) putCell(draft, body + index, layout.left, index + 1, 'number')
    for (const [order, column] of columns.entries()) {
      const value = row.answers[column.id] ?? null
      putCell(draft, body + index, left + order, value, typeof value === 'number' ? 'number' : 'text')
      cells.push({
        year: row.year,
        register: row.register,
        unit: row.unit,
        column: column.id,
        cell: cellAddress(body + index, left + order),
      })
    }
    for (const [order, extra] of layout.extras.entries())
      putCell(draft, body + index, left + columns.length + order, extra.value || null, 'text')
  }
  if (layout.totals && rows.length > 1)
    drawTotals(draft, columns, rows, { at: body + rows.length, left: layout.left, first: left })
  draft.repeat = { from: head, to: body - 1 }
  draft.freezeRows = body
  return { draft, cells }
}

function orderColumns(register: Register, layout: TableLayout): readonly Column[] {
  const first = layout.first
    .map((id) => register.columns.find((column) => column.id === id))
    .filter((column) => column !== undefined)
  return [...first, ...register.columns.filter((column) => !first.includes(column))]
}

interface HeadingPlace {
  readonly head: number
  readonly left: number
  readonly changes: HeadingChanges
}

function drawHeadings(draft: SheetDraft, columns: readonly Column[], layout: TableLayout, place: HeadingPlace): void {
  const { head, left } = place
  const bottom = head + (layout.withGroups ? 1 : 0)
  draft.heights.set(bottom, 64)
  const tall = (column: number, title: string, width: number) => {
    putMerged(draft, { top: head, left: column, bottom, right: column }, title, 'heading')
    draft.widths.set(column, width)
  }
  if (layout.counts) tall(layout.left, '序号', 6)
  for (const [order, column] of columns.entries()) {
    const title = place.changes[column.id] ?? printedHeading(column)
    if (layout.withGroups && column.group !== undefined) {
      putCell(draft, bottom, left + order, title, 'heading')
      draft.widths.set(left + order, widthOf(column))
    } else tall(left + order, title, widthOf(column))
  }
  for (const [order, extra] of layout.extras.entries()) tall(left + columns.length + order, extra.title, 14)
  if (layout.withGroups) drawGroups(draft, columns, head, left)
}

function drawGroups(draft: SheetDraft, columns: readonly Column[], head: number, left: number): void {
  let start = 0
  for (let index = 1; index <= columns.length; index++) {
    const group = columns[start]?.group
    if (index < columns.length && columns[index]?.group === group) continue
    if (group !== undefined)
      putMerged(draft, { top: head, left: left + start, bottom: head, right: left + index - 1 }, group, 'heading')
    start = index
  }
}

export function printedHeading(column: Column): string {
  return column.unit === undefined ? column.title : `${column.title}（${column.unit}）`
}

function widthOf(column: Column): number {
  if (column.type === 'text' && !column.id.endsWith('code')) return column.id.endsWith('name') ? 24 : 30
  return 13
}

/** Tall enough for the longest text of the row, wrapped: about 15 points for each line. */
function heightOf(columns: readonly Column[], row: AnswerRow): number {
  const lines = columns.map((column) => {
    const value = row.answers[column.id]
    return typeof value === 'string' ? Math.ceil((value.length * 2) / (widthOf(column) - 2)) : 1
  })
  return Math.max(18, 15 * Math.max(...lines))
}

interface TotalsPlace {
  readonly at: number
  readonly left: number
  readonly first: number
}

function drawTotals(
  draft: SheetDraft,
  columns: readonly Column[],
  rows: readonly AnswerRow[],
  place: TotalsPlace,
): void {
  putCell(draft, place.at, place.left, '合计', 'group')
  for (const [order, column] of columns.entries()) {
    const values = rows.map((row) => row.answers[column.id] ?? null)
    const total: DraftValue = column.unit === undefined ? null : sumOf(values)
    if (place.first + order !== place.left) putCell(draft, place.at, place.first + order, total, 'number')
  }
}

function sumOf(values: readonly DraftValue[]): number {
  const sum = values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0)
  return Math.round(sum * 100) / 100
}
