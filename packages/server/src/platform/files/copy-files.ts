import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, openFileStore } from './file-store.ts'

export interface CopiedFiles {
  readonly files: number
  /** New in this turn. */
  readonly copied: number
  readonly bytes: number
}

/** Where copies of files lie: beside them. A copy is made once, for the bytes under a name never change. */
export function copiesOf(files: FileStore): FileStore {
  return openFileStore(`${files.folder}-backup`)
}

/** Where the files of a backup lie: beside it, one folder for all backups there. */
export function filesBeside(backup: string): FileStore {
  return openFileStore(join(dirname(backup), 'eduduty-files'))
}

/** Reads every file anew and holds it against its name; `damaged`: where those lie that are not what they are called. */
export async function checkFiles(
  store: FileStore,
): Promise<{ readonly files: number; readonly damaged: readonly string[] }> {
  let files = 0
  const damaged: string[] = []
  for await (const { county, sha256 } of store.list()) {
    files += 1
    if ((await store.measure(county, sha256)) !== sha256) damaged.push(store.pathOf(county, sha256))
  }
  return { files, damaged }
}

/**
 * Copies every file that the other store does not have in the same size; nothing there is ever removed. A real copy, not
 * a second name: what spoils the one must not spoil the other.
 */
export async function copyFiles(from: FileStore, to: FileStore): Promise<CopiedFiles> {
  const done = { files: 0, copied: 0, bytes: 0 }
  for await (const { county, sha256 } of from.list()) {
    const [source, target] = [from.pathOf(county, sha256), to.pathOf(county, sha256)]
    const { size } = await stat(source)
    done.files += 1
    done.bytes += size
    if ((await stat(target).catch(() => undefined))?.size === size) continue
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(source, `${target}.part`)
    await rename(`${target}.part`, target)
    done.copied += 1
  }
  return done
}
