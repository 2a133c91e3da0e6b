/**
 * Documents: official forms and the report, laid out from a finished evaluation into models free of any file format.
 * Every cell and sentence names the figures it stands on.
 */

export type { BriefingChapter, BriefingModel } from './briefing/briefing-model.ts'
export { tracedFigures } from './briefing/item-facts.ts'
export { briefedPosts, layOutBriefing } from './briefing/lay-out-briefing.ts'
export { remediesOf } from './briefing/remedies.ts'
export { CHAIN_STEPS, nextInChain } from './briefing/walk-chain.ts'
export { countCharacters } from './count-characters.ts'
export { countedIn, countName, isCounted } from './counted-number.ts'
export { defaultOutline } from './default-outline.ts'
export { type DocumentSubject, subjectsOf, theCounty } from './document-words.ts'
export { type Drawing, drawFigures, unitsOfFigure } from './draw-figures.ts'
export type { FigureSource } from './figure-source.ts'
export { fillPlace } from './fill-template.ts'
export { keepingBack } from './keep-back.ts'
export { inCell } from './kept-words.ts'
export { DIFFERENCES_FILE, layOutDifferences, stateOfDifference } from './lay-out-differences.ts'
export { layOutForm } from './lay-out-form.ts'
export { layOutReport } from './lay-out-report.ts'
export { layOutVerdict } from './lay-out-verdict.ts'
export { mentionsOfReport, mentionsOfWorkbook } from './mentions.ts'
export { heading, keptWithNext, paragraph } from './plain-blocks.ts'
export type {
  Binding,
  ChartModel,
  ChartSeries,
  Imprint,
  Piece,
  ReportBlock,
  ReportModel,
  SentenceModel,
} from './report-model.ts'
export {
  type Align,
  type CellOutput,
  type Grid,
  type PlacedCell,
  type RowRole,
  type SheetModel,
  textOf,
  type WorkbookModel,
} from './sheet-model.ts'
export { charactersOf } from './shorten-report.ts'
export { layOutSlides } from './slides/lay-out-slides.ts'
export { shortenSentence, textLength } from './slides/shorten-sentence.ts'
export type { Slide, SlideDeck, SlidePicture } from './slides/slide-model.ts'
export { type CountSum, type SmallCounts, type Suppressed, suppressSmall } from './suppress-small.ts'
export { checkTemplate } from './templates/check-template.ts'
export { listTemplateNames } from './templates/list-names.ts'
export { presentFault } from './templates/present-fault.ts'
export type { FoundTag, TemplateFault, TemplateParagraph } from './templates/template-check.ts'
export * from './templates/template-contract.ts'
export { type TagContent, TemplateFiller, TemplateTooLong } from './templates/template-filler.ts'
export { textGrid } from './text-grid.ts'
export { validateDocuments } from './validate-documents.ts'
