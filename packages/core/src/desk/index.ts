/** The desk: what the administrator sees of the installation itself. */
export { BackupEntry, BackupList, SystemStatus } from './contracts.ts'
