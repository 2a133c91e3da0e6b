import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

const BackupNote = Type.Object({
  checked_at: Type.String(),
  bytes: Type.Integer(),
  rows: Type.Integer(),
  /** Evidence files that a copy lies of; absent: none had been asked for. */
  files: Type.Optional(Type.Integer()),
})
export type BackupNote = Static<typeof BackupNote>

const noteOf = (file: string): string => file.replace(/\.zip$/, '.json')

/** Kept beside a backup when it was read back whole. */
export function writeNote(file: string, note: BackupNote): void {
  writeFileSync(noteOf(file), `${JSON.stringify(note)}\n`)
}

export function readNote(file: string): BackupNote | undefined {
  const path = noteOf(file)
  if (!existsSync(path)) return undefined
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Value.Check(BackupNote, note) ? note : undefined
  } catch {
    return undefined
  }
}

/** Takes a backup away with what is noted of it. */
export function discardBackup(file: string): void {
  rmSync(noteOf(file), { force: true })
  rmSync(file, { force: true })
}
