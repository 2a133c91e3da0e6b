/** The desk: what the administrator sees of the installation itself. */
export { BackupEntry, BackupList, ChangeKeepDays, SystemStatus } from './contracts.ts'
export { backupsToPrune, type DatedBackup, defaultKeepDays } from './prune-backups.ts'
