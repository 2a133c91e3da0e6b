import type { KeptText } from '@eduduty/core/claims'
import { textOf } from '@eduduty/core/documents'
import { type DraftBlock, type DraftContent, textOfPieces } from '@eduduty/core/reports'
import { TextBuilder } from '../text-builder.ts'

/** The text of a draft as a report that can be checked; `anchors` name the paragraph of the draft behind each of its own. */
export function draftText({ title, blocks }: DraftContent): KeptText {
  const builder = new TextBuilder()
  const anchors: string[] = []
  const add = (anchor: string, text: string): void => {
    if (text.trim() === '') return
    builder.addParagraph(text)
    anchors.push(anchor)
  }
  add('', title.replaceAll('\n', ''))
  for (const block of blocks) {
    for (const text of linesOf(block)) add(block.id, text)
    if (block.kind !== 'table' || block.grid.cells.length === 0) continue
    builder.addTable(cellsOf(block))
    anchors.push(block.id)
  }
  const { text, blocks: read } = builder.finish()
  return { text, blocks: read.map(copyBlock), anchors }
}

function linesOf(block: DraftBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return textOfPieces(block.pieces).split('\n')
    case 'table':
      return [block.title]
    // Its numbers are those of the evaluation, and no sentence says what they are.
    case 'chart':
      return []
  }
}

const cellsOf = ({ grid }: Extract<DraftBlock, { kind: 'table' }>) =>
  grid.cells
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, rowspan, colspan, output }) => ({
      row,
      column,
      rowSpan: rowspan,
      columnSpan: colspan,
      text: textOf(output),
    }))

/** The same in arrays that the contract takes. */
export const copyBlock = (block: ReturnType<TextBuilder['finish']>['blocks'][number]): KeptText['blocks'][number] =>
  block.kind === 'table'
    ? { kind: 'table', cells: block.cells.map((cell) => ({ ...cell })) }
    : { kind: 'paragraph', pieces: block.pieces.map((piece) => ({ ...piece })) }
