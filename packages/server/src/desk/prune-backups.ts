import { join } from 'node:path'
import { backupsToPrune, type DatedBackup } from '@eduduty/core/desk'
import { dayOf } from '@eduduty/core/identity'
import type { Caller } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'
import { discardBackup } from './backup-note.ts'
import { listBackups } from './list-backups.ts'

interface Pruning {
  readonly folder: string
  readonly keepDays: number
  readonly now: Date
}

/** Deletes the backups that are older than what is kept. The event comes first: nothing is deleted without a trace. */
export async function pruneBackups(door: Door, caller: Caller, { folder, keepDays, now }: Pruning): Promise<void> {
  const names = backupsToPrune(listBackups(folder).map(dated), dayOf(now), keepDays)
  if (names.length === 0) return
  const detail = { files: names.length, keep_days: keepDays, oldest: names.at(-1) ?? '', newest: names[0] ?? '' }
  await door.record(caller, { action: 'desk.prune_backups', subject: `${names.length} 份旧备份`, detail })
  for (const name of names) discardBackup(join(folder, name))
}

/** The day stands in the name: a copied file has another time. */
function dated({ name, check }: { name: string; check: DatedBackup['check'] }): DatedBackup {
  const [, year = '', month = '', day = ''] = /^eduduty-(\d{4})(\d{2})(\d{2})-/.exec(name) ?? []
  return { name, check, day: `${year}-${month}-${day}` }
}
