import { join } from 'node:path'
import type { BackupEntry } from '@eduduty/core/desk'
import type { Caller } from '../platform/ctx.ts'
import type { Database } from '../platform/db/database.ts'
import type { Door } from '../platform/door.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { recordingRefusal } from '../platform/http/record-refusal.ts'
import { backupFolder } from './backup-folder.ts'
import { discardBackup } from './backup-note.ts'
import { readKeepDays } from './keep-days.ts'
import { makeBackup } from './make-backup.ts'
import { pruneBackups } from './prune-backups.ts'

/** What a backup is made of. */
interface Kept {
  readonly door: Door
  readonly db: Database
  readonly files: FileStore
}

/**
 * Makes a backup and lets old ones go. One event tells of it, done or failed; a backup that the log cannot tell of is
 * taken away again. Errors: as makeBackup; `audit.sink_unwritable`.
 */
export async function keepBackup({ door, db, files }: Kept, caller: Caller, now: Date): Promise<BackupEntry> {
  const tried = { caller, action: 'desk.backup', subject: '备份' } as const
  const made = await recordingRefusal(door, tried, () => makeBackup(db, files, now))
  const folder = backupFolder(db) ?? ''
  const { name, bytes, rows } = made
  try {
    await door.record(caller, { action: 'desk.backup', subject: name, detail: { bytes, rows: rows ?? 0 } })
  } catch (error) {
    discardBackup(join(folder, name))
    throw error
  }
  const keepDays = await door.read(caller, (ctx) => readKeepDays(ctx.db))
  await pruneBackups(door, caller, { folder, keepDays, now })
  return made
}
