import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupEntry } from '@eduduty/core/desk'
import { readNote } from './backup-note.ts'

/** Backups of a folder, the newest first, each with what is known of its soundness. */
export function listBackups(folder: string): BackupEntry[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^eduduty-\d{8}-\d{6}-\d{3}\.zip$/.test(name))
    .toSorted()
    .reverse()
    .map((name) => {
      const file = join(folder, name)
      const { size, mtime } = statSync(file)
      const note = readNote(file)
      const check = note === undefined ? 'unchecked' : note.bytes === size ? 'good' : 'changed'
      return { name, bytes: size, created_at: mtime.toISOString(), check, rows: note?.rows ?? null }
    })
}
