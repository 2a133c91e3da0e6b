import type { BackupEntry } from './contracts.ts'

/** Days with a sound backup that are kept where nobody has decided otherwise. */
export const defaultKeepDays = 14

/** A backup with the day, `YYYY-MM-DD` by the clock of the machine, on which it was made. */
export type DatedBackup = Pick<BackupEntry, 'name' | 'check'> & { readonly day: string }

/**
 * Names of the backups that may go, the newest given first. Of each of the last `keepDays` days that have a sound
 * backup, today not counted, the newest sound one stays; all of today stay, and whatever is newer than the oldest that
 * stays but was never found sound: somebody should look at it. So the newest sound backup always stays.
 */
export function backupsToPrune(backups: readonly DatedBackup[], today: string, keepDays: number): readonly string[] {
  const soundDays = new Map<string, string>()
  for (const { day, name, check } of backups) {
    if (check === 'good' && day < today && !soundDays.has(day)) soundDays.set(day, name)
  }
  const kept = [...soundDays.entries()].slice(0, Math.max(1, keepDays))
  const oldest = kept.at(-1)?.[0]
  if (oldest === undefined) return []
  const stays = new Set(kept.map(([, name]) => name))
  return backups
    .filter(({ day, check }) => day < today && (check === 'good' || day < oldest))
    .map(({ name }) => name)
    .filter((name) => !stays.has(name))
}
