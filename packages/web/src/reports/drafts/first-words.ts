import { type DraftBlock, textOfPieces } from '@eduduty/core/reports'

/** The first words of a block, by which a list names it. */
export function firstWords(block: DraftBlock, most: number): string {
  const text = textOf(block)
  return text.length > most ? `${text.slice(0, most)}……` : text
}

function textOf(block: DraftBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return textOfPieces(block.pieces)
    case 'table':
      return block.title
    case 'chart':
      return block.chart.title
  }
}
