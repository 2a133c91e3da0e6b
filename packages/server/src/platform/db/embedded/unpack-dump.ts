import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDump } from './read-dump.ts'

/** Writes the files of a dumped cluster into a new folder; nothing is synced yet. */
export async function unpackDump(dump: string, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o700 })
  for (const { path, content } of await readDump(dump)) {
    if (content === undefined) mkdirSync(join(folder, path), { mode: 0o700 })
    else writeFileSync(join(folder, path), content, { mode: 0o600 })
  }
}
