/** The desk: what the administrator sees of the installation itself. */
export { DeskCalendar, daysOfMonth, Month, monthAfter } from './calendar.ts'
export { BackupEntry, BackupList, ChangeKeepDays, SystemStatus } from './contracts.ts'
export * from './inbox.ts'
export * from './notices.ts'
export { backupsToPrune, type DatedBackup, defaultKeepDays } from './prune-backups.ts'
export { countInbox, isOverdue, newestFirst, sortInbox } from './sort-inbox.ts'
