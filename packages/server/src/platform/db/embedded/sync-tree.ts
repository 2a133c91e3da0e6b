import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** So many at once: waiting for the disk one by one takes twice as long. */
const AT_ONCE = 8

/** Puts a freshly written folder on disk: every file, then every folder, then the parent. */
export async function syncTree(folder: string): Promise<void> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const below = (kind: 'isFile' | 'isDirectory'): string[] =>
    entries.filter((entry) => entry[kind]()).map((entry) => join(entry.parentPath, entry.name))
  await syncFiles(below('isFile'))
  for (const path of [...below('isDirectory').toSorted().toReversed(), folder, dirname(folder)]) syncPath(path)
}

async function syncFiles(paths: readonly string[]): Promise<void> {
  const left = paths.values()
  const syncSome = async (): Promise<void> => {
    for (const path of left) {
      const file = await open(path, 'r')
      await file.sync().finally(() => file.close())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, syncSome))
}

/** Syncs one file or folder. Windows cannot open a folder: there its entries are synced with its files. */
export function syncPath(path: string): void {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (cause) {
    if (process.platform === 'win32') return
    throw cause
  }
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
