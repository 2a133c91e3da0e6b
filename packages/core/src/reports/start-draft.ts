import type { Piece, ReportBlock, ReportModel, SentenceModel } from '../documents/index.ts'
import { type DraftBlock, type DraftContent, type DraftPiece, textOfPieces } from './draft.ts'

/** The draft that a report of the outline begins as: nothing edited, nothing to be looked at. */
export function startDraft(report: ReportModel): DraftContent {
  return {
    title: report.title,
    ...(report.addressee !== undefined && { addressee: report.addressee }),
    ...(report.signer !== undefined && { signer: report.signer }),
    ...(report.date !== undefined && { date: report.date }),
    blocks: report.blocks.map((block, at) => draftBlock(block, `k${block.key ?? at}`)),
    dropped: [],
  }
}

/** One block of a laid-out report as a block of a draft. */
export function draftBlock(block: ReportBlock, id: string): DraftBlock {
  const place = { id, ...(block.key !== undefined && { key: block.key }) }
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', ...place, level: block.level, text: block.text }
    case 'paragraph': {
      const pieces = block.sentences.flatMap(piecesOf)
      return { kind: 'paragraph', ...place, pieces, laid: textOfPieces(pieces) }
    }
    case 'table': {
      const { title, widths, grid } = block
      const cells = grid.cells.map((cell) => ({ ...cell, figures: [...cell.figures] }))
      return {
        kind: 'table',
        ...place,
        title,
        widths: [...widths],
        grid: { columns: grid.columns, roles: [...grid.roles], cells },
      }
    }
    case 'chart': {
      const { kind, title, unit, categories, series } = block.chart
      return {
        kind: 'chart',
        ...place,
        chart: {
          kind,
          title,
          ...(unit !== undefined && { unit }),
          categories: [...categories],
          series: series.map(({ values, figures, sources, ...rest }) => ({
            ...rest,
            values: values.map((value) => value ?? null),
            figures: [...figures],
            ...(sources !== undefined && { sources: sources.map((source) => source ?? null) }),
          })),
        },
      }
    }
  }
}

const piecesOf = ({ text, pieces }: SentenceModel): readonly DraftPiece[] => (pieces ?? [{ text }]).map(draftPiece)

function draftPiece({ text, bound, sources }: Piece): DraftPiece {
  if (bound === undefined) return { text }
  const { grain, subject, formula, decimals, percent } = bound
  return {
    text,
    bound: {
      grain,
      subject,
      formula,
      ...(decimals !== undefined && { decimals }),
      ...(percent === true && { percent }),
    },
    ...(sources !== undefined && { sources: [...sources] }),
  }
}
