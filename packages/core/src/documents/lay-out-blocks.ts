import type { FormBlock, FormCell } from '../packs/index.ts'
import { displayOf, type FigureSource } from './figure-source.ts'
import { fillTemplate } from './fill-template.ts'
import { subjectsIn } from './item-at.ts'
import { inCell } from './kept-words.ts'
import { EMPTY, type LooseCell, type LooseRow, placeCells } from './place-cells.ts'
import { printCell, printRule } from './print-value.ts'
import type { CellOutput, Grid, RowRole } from './sheet-model.ts'
import { AT_COUNTY, type SubjectRef, type Word, type Words } from './word.ts'

/** Lays out the blocks of a form sheet, or of a table in a report, with their figures filled in. */
export function layOutBlocks(
  source: FigureSource,
  blocks: readonly FormBlock[],
  columns: number,
  words: Words,
  about: SubjectRef = AT_COUNTY,
): Grid {
  return placeCells(
    blocks.flatMap((block) => layOutBlock(source, block, words, about)),
    columns,
  )
}

function layOutBlock(source: FigureSource, block: FormBlock, words: Words, about: SubjectRef): LooseRow[] {
  const role = block.role ?? 'body'
  const at = block.at ?? about
  const fixed = (block.rows ?? []).map((row) => layOutRow(source, row, role, at, words))
  return [...fixed, ...layOutSubjects(source, block, role, words, about)]
}

function layOutSubjects(
  source: FigureSource,
  block: FormBlock,
  role: RowRole,
  words: Words,
  about: SubjectRef,
): LooseRow[] {
  const { over, row } = block
  if (over === undefined || row === undefined) return []
  const { subjects } = source.listSubjects(over, {
    ...(block.where === undefined ? {} : { where: block.where }),
    ...(block.order_by === undefined ? {} : { orderBy: block.order_by }),
  })
  return subjectsIn(source, subjects, about).map((subject, index) => {
    const counted = new Map<string, Word>([
      ...words,
      ['序号', { text: String(index + 1), figures: [] }],
      ['对象名称', { text: subject.name, figures: [] }],
    ])
    return layOutRow(source, row, role, { grain: over, subject: subject.id }, counted)
  })
}

function layOutRow(
  source: FigureSource,
  cells: readonly FormCell[],
  role: RowRole,
  place: SubjectRef,
  words: Words,
): LooseRow {
  return { role, cells: cells.map((cell) => layOutCell(source, cell, role, place, words)) }
}

function layOutCell(source: FigureSource, cell: FormCell, role: RowRole, place: SubjectRef, words: Words): LooseCell {
  const { output, figures } = outputOf(source, cell, place, words)
  return {
    rowspan: cell.rowspan ?? 1,
    colspan: cell.colspan ?? 1,
    output,
    align: cell.align ?? (role === 'note' ? 'left' : 'center'),
    bold: cell.bold ?? false,
    shaded: isShaded(source, cell, place),
    figures,
  }
}

function outputOf(
  source: FigureSource,
  cell: FormCell,
  place: SubjectRef,
  words: Words,
): { readonly output: CellOutput; readonly figures: readonly string[] } {
  if (cell.value !== undefined) {
    const word = words.get(cell.value)
    if (word) return { output: wordOutput(word), figures: word.figures }
    const kept = source.keptBack?.(place, cell.value)
    // Nothing is traced from a cell that is not told.
    if (kept !== undefined) return { output: { kind: 'text', text: inCell(kept) }, figures: [] }
    const { value, figures } = source.evaluateAt(place.grain, place.subject, cell.value)
    const format = { decimals: cell.decimals, percent: cell.percent === true }
    return { output: printCell(value, printRule(format, displayOf(source.pack, cell.value)), cell.blank), figures }
  }
  if (cell.text === undefined || cell.text === '') return { output: EMPTY, figures: [] }
  const filled = fillTemplate(source, cell.text, place, words)
  return { output: { kind: 'text', text: filled.text }, figures: filled.figures }
}

function wordOutput(word: Word): CellOutput {
  if (/^\d{1,15}$/.test(word.text)) return { kind: 'number', text: word.text, decimals: 0 }
  return { kind: 'text', text: word.text }
}

/** Only a fill that is known to be due is drawn: a missing value is printed as such, not as a failure. */
function isShaded(source: FigureSource, cell: FormCell, place: SubjectRef): boolean {
  if (cell.shade === undefined) return false
  return source.truthAt(place.grain, place.subject, cell.shade).truth === true
}
