import { charactersOf, type ReportBlock, type ReportModel } from '../documents/index.ts'
import { type DraftBlock, type DraftContent, textOfPieces } from './draft.ts'

/** The draft as a report that can be written into a file. Paragraphs without a word are left out. */
export function reportOfDraft(draft: DraftContent, file: string): ReportModel {
  const report: ReportModel = {
    file,
    title: draft.title,
    addressee: draft.addressee,
    signer: draft.signer,
    date: draft.date,
    number: draft.number,
    imprint: draft.imprint,
    blocks: draft.blocks.flatMap((block) => reportBlock(block) ?? []),
    characters: 0,
    dropped: 0,
  }
  return { ...report, characters: charactersOf(report) }
}

function reportBlock(block: DraftBlock): ReportBlock | undefined {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: block.text }
    case 'paragraph': {
      const text = textOfPieces(block.pieces)
      if (text.trim() === '') return undefined
      return { kind: 'paragraph', sentences: [{ text, pieces: block.pieces, figures: [], priority: 0 }] }
    }
    case 'table':
      return { kind: 'table', title: block.title, widths: block.widths, grid: block.grid }
    case 'chart': {
      const { unit, series, ...chart } = block.chart
      const drawn = series.map(({ sources: _, ...one }) => ({
        ...one,
        values: one.values.map((value) => value ?? undefined),
      }))
      return { kind: 'chart', chart: { ...chart, unit, series: drawn } }
    }
  }
}
