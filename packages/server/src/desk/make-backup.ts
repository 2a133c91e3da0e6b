import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chinaTime } from '@eduduty/core/calendar'
import type { BackupEntry } from '@eduduty/core/desk'
import type { Database } from '../platform/db/database.ts'
import { verifyArchive } from '../platform/db/transfer/verify-archive.ts'
import { writeArchive } from '../platform/db/transfer/write-archive.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { copiesOf, copyFiles } from '../platform/files/copy-files.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { backupFolder } from './backup-folder.ts'
import { discardBackup, writeNote } from './backup-note.ts'

const running = new Set<string>()

/** Writes a backup beside the data folder and reads it back whole, then copies what evidence files are new. Errors: `desk.backup_elsewhere`, `desk.backup_running`, `backup.no_space`. */
export async function makeBackup(db: Database, files: FileStore, now: Date): Promise<BackupEntry> {
  const folder = backupFolder(db)
  if (folder === undefined) throw new AppError('desk.backup_elsewhere')
  if (running.has(folder)) throw new AppError('desk.backup_running')
  running.add(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const name = `eduduty-${stamp(now)}.zip`
    const file = join(folder, name)
    const { rows } = await writeArchive(db.connections, file, now, () => undefined)
    await verifyArchive(file, name).catch((error) => {
      discardBackup(file)
      throw error
    })
    const bytes = statSync(file).size
    const copied = await copyFiles(files, copiesOf(files))
    writeNote(file, { checked_at: now.toISOString(), bytes, rows, files: copied.files })
    return { name, bytes, created_at: now.toISOString(), check: 'good', rows }
  } finally {
    running.delete(folder)
  }
}

/** `20261125-093000-123` in Beijing time, as everywhere a person looks. */
function stamp(now: Date): string {
  const thousandths = String(now.getUTCMilliseconds()).padStart(3, '0')
  return `${chinaTime(now).replace(/[-:]/g, '').replace(' ', '-')}-${thousandths}`
}
