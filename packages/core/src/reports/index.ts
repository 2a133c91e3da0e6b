/** Reports that people write on: drafts of an outline whose words are theirs and whose numbers stay bound to figures. */

export * from './contracts.ts'
export {
  decideReport,
  isUnsaid,
  type ReportDecision,
  ReportDeed,
  type ReportFacts,
  type ReportRefusal,
  ReportState,
  type SigningDoubt,
  signingDoubts,
} from './decide-report.ts'
export {
  bindingKey,
  DraftBinding,
  DraftBlock,
  type DraftChart,
  DraftContent,
  DraftDrawing,
  type DraftParagraph,
  DraftPiece,
  type DraftTable,
  drawingKey,
  isEdited,
  openMarks,
  type PrintedNumber,
  textOfPieces,
} from './draft.ts'
export { type LooseNumber, looseNumbers } from './loose-numbers.ts'
export { titleOf } from './own-title.ts'
export { figuresOfBlock, type PlaceOfFigure, placesOfFigure } from './places-of-figure.ts'
export { type Refreshed, refreshDraft } from './refresh-draft.ts'
export { reportOfDraft } from './report-of-draft.ts'
export { type Computed, EditedBlock, EditedContent, newBindings, newDrawings, settleEdit } from './settle-edit.ts'
export { draftBlock, startDraft } from './start-draft.ts'
