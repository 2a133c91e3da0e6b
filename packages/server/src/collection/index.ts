/** Workbooks in and out: folders read into register rows, marked workbooks back, templates to fill. */
export type { CollectedKind } from './collected/choose-submissions.ts'
export { type Collected, readCollected } from './collected/read-collected.ts'
export { findOnlineCell } from './collected/read-online-cell.ts'
export { findSentSheet } from './collected/read-sent-sheet.ts'
export type { CollectedSource } from './collected/source-names.ts'
export { addRows } from './entry/change-rows.ts'
export { checkTask } from './entry/check-task.ts'
export { saveCells } from './entry/save-cells.ts'
export { fileIdOf } from './files/file-id.ts'
export { type StoredSheet, sheetKey, storeFiles } from './files/store-files.ts'
export { packGrid, unpackGrid } from './files/stored-grid.ts'
export { runImportCommand } from './import/run-import-command.ts'
export { compareForms } from './moves/compare-forms.ts'
export { getTaskPack, makeTaskPack, type TaskPack } from './packs/task-pack.ts'
export { openPeriod } from './periods/open-period.ts'
export { getPeriod, type PeriodKey } from './periods/read-periods.ts'
export { listDeadlines } from './progress/list-deadlines.ts'
export {
  type FileRecord,
  type FolderContent,
  type FolderOptions,
  type ReadingProgress,
  readFolder,
} from './read-folder.ts'
export { readMappingFile } from './read-mapping-file.ts'
export type { SheetRecord } from './read-sheets.ts'
export { approveFirst, approveTask, freezeTask } from './review/approve-task.ts'
export { returnTask } from './review/return-task.ts'
export { submitTask } from './review/submit-task.ts'
export { runTemplateCommand } from './run-template-command.ts'
export type { FolderStatistics } from './settle-rows.ts'
export { dropUnfinishedLoads } from './stream/drop-unfinished-loads.ts'
export { loadRegister, type RosterOutcome } from './stream/load-register.ts'
export type { RosterFile } from './stream/roster-file.ts'
export type { StreamOptions, StreamProgress } from './stream/stream-register.ts'
export { getTask, type Task } from './tasks/get-task.ts'
export type { TaskKey } from './tasks/task-row.ts'
export { writeTemplate } from './write-template.ts'
