import { cellAddress } from '@eduduty/core/collection'
import type { Column, Register } from '@eduduty/core/packs'
import type { AnswerRow } from './answers.ts'
import type { VerticalLayout, VerticalPart } from './layouts.ts'
import type { CellPlacement } from './placement.ts'
import { createSheetDraft, type DraftValue, putCell, putMerged, type SheetDraft } from './sheet-draft.ts'
import { unitText } from './unit-text.ts'

const headings: Readonly<Record<VerticalPart, string>> = {
  no: '序号',
  group: '类别',
  title: '填报项目',
  unit: '单位或取值',
  required: '是否必填',
  value: '填报值',
  note: '备注',
}
const widths: Readonly<Record<VerticalPart, number>> = {
  no: 6,
  group: 16,
  title: 46,
  unit: 14,
  required: 10,
  value: 22,
  note: 24,
}

export interface DrawnSheet {
  readonly draft: SheetDraft
  readonly cells: readonly CellPlacement[]
}

export interface FormTexts {
  readonly sheet: string
  readonly title: string
  /** Line under the title: who fills it, when. */
  readonly line: string
}

/** Draws one record as the official form: items down the page, one value column. */
export function drawVerticalForm(
  register: Register,
  row: AnswerRow,
  layout: VerticalLayout,
  texts: FormTexts,
): DrawnSheet {
  const draft = createSheetDraft(texts.sheet)
  draft.headingFill = layout.headingFill
  draft.font = layout.font
  const { top, left, parts } = layout
  const right = left + parts.length - 1
  putMerged(draft, { top, left, bottom: top, right }, texts.title, 'title')
  draft.heights.set(top, 30)
  putMerged(draft, { top: top + 1, left, bottom: top + 1, right }, texts.line, 'note')
  const head = top + 2
  for (const [order, part] of parts.entries()) {
    putCell(draft, head, left + order, headings[part], 'heading')
    draft.widths.set(left + order, widths[part])
  }
  draft.repeat = { from: head, to: head }
  draft.freezeRows = head + 1
  const cells: CellPlacement[] = []
  for (const [index, column] of register.columns.entries()) {
    const at = head + 1 + index
    draft.heights.set(at, 18)
    for (const [order, part] of parts.entries()) {
      const value = part === 'value' ? (row.answers[column.id] ?? null) : printedPart(column, part, index)
      putCell(draft, at, left + order, value, lookOf(part, value))
      if (part === 'value')
        cells.push({
          year: row.year,
          register: row.register,
          unit: row.unit,
          column: column.id,
          cell: cellAddress(at, left + order),
        })
    }
  }
  if (layout.mergesGroups) mergeGroups(draft, register, head + 1, left + parts.indexOf('group'))
  for (const [index, note] of layout.footnotes.entries())
    putCell(draft, head + 2 + register.columns.length + index, left, note, 'note')
  return { draft, cells }
}

function printedPart(column: Column, part: Exclude<VerticalPart, 'value'>, index: number): DraftValue {
  switch (part) {
    case 'no':
      return column.no ?? index + 1
    case 'group':
      return column.group ?? null
    case 'title':
      return column.title
    case 'unit':
      return unitText(column)
    case 'required':
      return column.required === true ? '是' : '否'
    case 'note':
      return column.note ?? null
  }
}

function lookOf(part: VerticalPart, value: DraftValue) {
  if (part === 'value') return typeof value === 'string' ? 'text' : 'number'
  if (part === 'group') return 'group'
  return part === 'no' ? 'number' : 'label'
}

function mergeGroups(draft: SheetDraft, register: Register, top: number, column: number): void {
  let start = 0
  for (let index = 1; index <= register.columns.length; index++) {
    const group = register.columns[start]?.group
    if (register.columns[index]?.group === group && index < register.columns.length) continue
    if (group !== undefined)
      putMerged(draft, { top: top + start, left: column, bottom: top + index - 1, right: column }, group, 'group')
    start = index
  }
}
