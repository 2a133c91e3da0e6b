import { type DocumentSubject, drawFigures, type FigureSource } from '@eduduty/core/documents'
import { type DraftChart, type DraftDrawing, type DraftTable, draftBlock } from '@eduduty/core/reports'

/** A table or chart that a writer ordered, as an evaluation gives it; undefined where it has no such figure. */
export function drawBlock(
  source: FigureSource,
  drawing: DraftDrawing,
  about: DocumentSubject,
): DraftTable | DraftChart | undefined {
  const drawn = drawFigures(source, drawing, about)
  const block = drawn === undefined ? undefined : draftBlock(drawn, '')
  return block?.kind === 'table' || block?.kind === 'chart' ? block : undefined
}
