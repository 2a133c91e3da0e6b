import { type DraftBlock, type DraftContent, type DraftParagraph, textOfPieces } from './draft.ts'

/** Where in a draft a figure stands, and what is said there. */
export interface PlaceOfFigure {
  readonly block: string
  readonly text: string
}

/** The sentences, tables and charts of a draft that print this figure (`node@subject`), in the order of the text. */
export function placesOfFigure({ blocks }: Pick<DraftContent, 'blocks'>, figure: string): readonly PlaceOfFigure[] {
  return blocks.flatMap((block) => saidIn(block, figure).map((text) => ({ block: block.id, text })))
}

function saidIn(block: DraftBlock, figure: string): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return sentencesWith(block, figure)
    case 'table':
      return figuresOfBlock(block).includes(figure) ? [block.title] : []
    case 'chart':
      return figuresOfBlock(block).includes(figure) ? [block.chart.title] : []
  }
}

/** The figures that a block prints, each once, in the order of its text. */
export function figuresOfBlock(block: DraftBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return [...new Set(block.pieces.flatMap(({ sources = [] }) => sources))]
    case 'table':
      return [...new Set(block.grid.cells.flatMap(({ figures }) => figures))]
    case 'chart':
      return [...new Set(block.chart.series.flatMap(({ figures, sources }) => [...figures, ...known(sources)]))]
  }
}

const known = (sources: readonly (string | null)[] | undefined): readonly string[] =>
  (sources ?? []).filter((one) => one !== null)

/** Each sentence once, however often it prints the figure. */
function sentencesWith({ pieces }: DraftParagraph, figure: string): readonly string[] {
  const text = textOfPieces(pieces)
  const found = new Set<string>()
  let at = 0
  for (const { text: printed, sources = [] } of pieces) {
    if (sources.includes(figure)) found.add(sentenceAt(text, at))
    at += printed.length
  }
  return [...found]
}

/** The sentence around a place, with its full stop. */
function sentenceAt(text: string, at: number): string {
  const from = Math.max(...[...ends].map((end) => text.lastIndexOf(end, at - 1))) + 1
  const to = [...ends].map((end) => text.indexOf(end, at)).filter((end) => end >= 0)
  return text.slice(at === 0 ? 0 : from, to.length === 0 ? text.length : Math.min(...to) + 1).trim()
}

const ends = '。！？\n'
