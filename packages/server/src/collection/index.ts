/** Workbooks in and out: folders read into register rows, marked workbooks back, templates to fill. */
export { markWorkbook } from './mark-workbook.ts'
export { type FolderRead, type FolderReading, type ReadFile, type ReadingProgress, readFolder } from './read-folder.ts'
export type { ReadSheet } from './read-sheets.ts'
export { runTemplateCommand } from './run-template-command.ts'
export { writeTemplate } from './write-template.ts'
