/** From sheets to register rows: recognition by headings, repair, refusal with reasons. */
export { cellAddress, columnLetters, parseAddress } from './cell-address.ts'
export type { CellProblem } from './cell-outcome.ts'
export { type Excerpt, excerptOf } from './excerpt.ts'
export { findFolderYear, findYear } from './find-year.ts'
export { Finding, FindingCell, FindingLevel, FindingSide } from './finding.ts'
export { type Extent, shownText } from './grid.ts'
export { groupBy } from './group-by.ts'
export { headingKey, similarity } from './heading.ts'
export { MappedColumn, MappingEntry, MappingFile } from './mapping.ts'
export { nameUnit } from './name-unit.ts'
export * from './packet/index.ts'
export type { CodeIndex } from './read-code.ts'
export { type ReadingContext, type ReadRows, type ReadSheet, readRows } from './read-rows.ts'
export { isLost, planReading, type ReadingPlan } from './reading-plan.ts'
export { ERROR_LIST_SHEET, recogniseSheet, type SheetRecognition } from './recognise-sheet.ts'
export type { ColumnPlace, Recognition, Records, Unplaced } from './recognition.ts'
export {
  type CellPlace,
  type CellValue,
  findCellPlace,
  type Refused,
  type RegisterRow,
  type RowSource,
} from './register-row.ts'
export { seenHeadings } from './seen-headings.ts'
export { dropFilledGaps, settleDuplicates } from './settle-duplicates.ts'
export type { CellContent, MergedRange, Sheet, SheetCell } from './sheet.ts'
export { assembleStatistics, type StatisticsRows } from './statistics/assemble-statistics.ts'
export { codesByName } from './statistics/codes-by-name.ts'
export { compareStatistics, partOf, type StatisticsDifference } from './statistics/compare-statistics.ts'
export { completeLayouts, type FullLayout } from './statistics/layouts.ts'
export {
  readStatisticsWorkbook,
  type SchoolReading,
  type StatisticsWorkbook,
} from './statistics/read-statistics-workbook.ts'
export type { StatisticsRow } from './statistics/statistics-row.ts'
export { type UsedStatistics, useStatistics } from './statistics/use-statistics.ts'
export { type RowStream, type SheetFrame, type StreamedRow, streamRows } from './stream-rows.ts'
export * from './tasks/index.ts'
export { type TidyText, tidyTyped } from './tidy-typed.ts'
export { convertUnit, findUnit, isSameDimension } from './units.ts'
export { withholdNumbers, withholdPersons } from './withhold-numbers.ts'
