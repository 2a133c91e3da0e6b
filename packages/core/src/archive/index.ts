/** Evidence: which materials a pack asks of whom, which papers answer, and how they stand. Pure; files are kept elsewhere. */
export * from './contracts.ts'
export { fileKindsText, fileKindTitles, isAccepted } from './file-kinds.ts'
export { fileNumber } from './file-number.ts'
export { distinctName, fileName, folderName } from './folder-name.ts'
export { type GuessedParticulars, guessParticulars } from './guess-particulars.ts'
export { lackingParticulars } from './lacking-particulars.ts'
export { type KnownNeed, matchNeeds, type NeedSuggestion } from './match-needs.ts'
export { needsReason } from './needs-reason.ts'
export * from './quota-contracts.ts'
export { excerptAround, searchable } from './search-text.ts'
export { endingOf, shownName, shownParts, titleOfFile } from './shown-name.ts'
export {
  excusedNeedStates,
  isExpired,
  isLate,
  isOverdue,
  type NeedFacts,
  type NeedShape,
  type NeedStanding,
  openNeedStates,
  type ServingPaper,
  stateOfNeed,
  stateOfShape,
} from './state-of-need.ts'
export * from './upload-contracts.ts'
export * from './words.ts'
