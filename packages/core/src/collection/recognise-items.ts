import type { ColumnIndex } from './column-index.ts'
import { describeLines } from './describe-lines.ts'
import type { Grid } from './grid.ts'
import { findItemColumns, type ItemColumn, type ItemLine } from './item-lines.ts'
import type { ColumnPlace, ItemRecord, Recognition } from './recognition.ts'
import { findValueColumns, type ValueColumns } from './value-columns.ts'

interface Block {
  readonly lines: readonly ItemLine[]
  readonly columns: ValueColumns
}

/**
 * Looks for forms with the items one below another: one record (vertical form), several side by side
 * (transposed table), one form folded into two halves, or several forms in one sheet.
 */
export function recogniseItems(grid: Grid, index: ColumnIndex): Recognition | undefined {
  const total = index.register.columns.length
  const itemColumns = findItemColumns(grid, index, Math.min(3, total))
  if (itemColumns.length === 0) return undefined
  const blocks = itemColumns.flatMap((column, order) => {
    const next = itemColumns[order + 1]?.sheetColumn ?? grid.width
    return splitBlocks(column).map(
      (lines): Block => ({ lines, columns: findValueColumns(grid, column.sheetColumn, lines, next) }),
    )
  })
  const filled = blocks.filter((block) => block.columns.values.length > 0)
  if (filled.length === 0) return undefined
  const forms = foldHalves(filled)
  const items = forms.flatMap(recordsOf)
  const places = placesOf(forms)
  const transposed = forms.some((form) => form.some((block) => block.columns.values.length > 1))
  return {
    register: index.register.id,
    shape: transposed ? 'transposed' : 'vertical',
    score: places.length / total,
    reasons: [`有 ${places.length} 行是“${index.register.title}”的填报项目，填报值在其右侧`],
    places,
    records: { kind: 'items', items },
    unplaced: itemColumns.flatMap((column) =>
      describeLines(
        grid,
        column,
        filled.flatMap((block) => block.lines),
        index,
      ),
    ),
    constants: {},
    skip: [],
    headTop: Math.min(...filled.map((block) => block.lines[0]?.row ?? 0)),
  }
}

/** A second form starts where the first item of the block comes again. */
function splitBlocks(column: ItemColumn): readonly (readonly ItemLine[])[] {
  const blocks: ItemLine[][] = []
  for (const line of column.lines) {
    const current = blocks.at(-1)
    if (current === undefined || current[0]?.column.id === line.column.id) blocks.push([line])
    else current.push(line)
  }
  return blocks.filter((block) => block.length >= 2)
}

/** Neighbouring blocks without an item in common are halves of one form. */
function foldHalves(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const forms: Block[][] = []
  for (const block of blocks) {
    const own = new Set(block.lines.map((line) => line.column.id))
    const home = forms.find(
      (form) =>
        form.every((half) => half.lines.every((line) => !own.has(line.column.id))) &&
        form.every((half) => half.columns.values.length === block.columns.values.length),
    )
    if (home === undefined) forms.push([block])
    else home.push(block)
  }
  return forms
}

function recordsOf(form: readonly Block[]): readonly ItemRecord[] {
  const count = Math.max(...form.map((block) => block.columns.values.length))
  return Array.from({ length: count }, (_, order) => {
    const cells = new Map<string, { row: number; column: number; unit?: string }>()
    const twice = new Set<string>()
    for (const block of form) {
      const column = block.columns.values[order]
      if (column === undefined) continue
      for (const line of block.lines) {
        const unit = block.columns.unitOf(line)
        if (cells.has(line.column.id)) twice.add(line.column.id)
        else cells.set(line.column.id, unit === undefined ? { row: line.row, column } : { row: line.row, column, unit })
      }
    }
    for (const id of twice) cells.delete(id)
    return { cells }
  })
}

/** Heading places are those of the first form; the unit cell of a line counts as the unit of its heading. */
function placesOf(forms: readonly (readonly Block[])[]): readonly ColumnPlace[] {
  const places = new Map<string, ColumnPlace>()
  for (const form of forms) {
    for (const block of form) {
      for (const line of block.lines) {
        if (places.has(line.column.id)) continue
        const unit = block.columns.unitOf(line)
        const place = {
          column: line.column.id,
          heading: line.text,
          row: line.row,
          sheetColumn: line.sheetColumn,
          by: line.by,
        }
        places.set(line.column.id, unit === undefined ? place : { ...place, unit })
      }
    }
  }
  return [...places.values()]
}
