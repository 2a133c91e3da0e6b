/** Workbooks in and out: folders read into register rows, marked workbooks back, templates to fill. */
export { fileIdOf, type StoredSheet, sheetKey, storeFiles } from './files/store-files.ts'
export { packGrid, unpackGrid } from './files/stored-grid.ts'
export {
  type FileRecord,
  type FolderContent,
  type FolderOptions,
  type ReadingProgress,
  readFolder,
} from './read-folder.ts'
export type { SheetRecord } from './read-sheets.ts'
export { runTemplateCommand } from './run-template-command.ts'
export { writeTemplate } from './write-template.ts'
