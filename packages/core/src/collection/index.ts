/** From sheets to register rows: recognition by headings, repair, refusal with reasons. */
export { Finding, FindingLevel } from './finding.ts'
export type { CellValue, RegisterRow, RowSource } from './register-row.ts'
export { type CellContent, cellAddress, type MergedRange, type Sheet, type SheetCell } from './sheet.ts'
