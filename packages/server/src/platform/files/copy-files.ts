import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, openFileStore } from './file-store.ts'

export interface CopiedFiles {
  readonly files: number
  /** New in this turn. */
  readonly copied: number
  readonly bytes: number
  /** Those that are not what they are called, where they lie: they are not copied. */
  readonly damaged: readonly string[]
}

/** Which files, by county and SHA-256 of their content. */
export type WantedFiles = ReadonlySet<string>

export const fileKey = (county: string, sha256: string): string => `${county}/${sha256}`

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
 * Copies every file that the other store does not have in the same size, or of them those wanted; nothing there is ever
 * removed. A real copy, not a second name: what spoils the one must not spoil the other. Each is held against its name
 * while it is copied, so that a spoilt file never looks like a good copy. Errors: `files.no_space`.
 */
export async function copyFiles(from: FileStore, to: FileStore, wanted?: WantedFiles): Promise<CopiedFiles> {
  const done = { files: 0, copied: 0, bytes: 0 }
  const damaged: string[] = []
  for await (const { county, sha256 } of from.list()) {
    if (wanted !== undefined && !wanted.has(fileKey(county, sha256))) continue
    const [source, target] = [from.pathOf(county, sha256), to.pathOf(county, sha256)]
    const { size } = await stat(source)
    done.files += 1
    done.bytes += size
    if ((await stat(target).catch(() => undefined))?.size === size) continue
    const copy = size === 0 ? undefined : await to.receive(from.read(county, sha256), Number.POSITIVE_INFINITY)
    if (copy?.sha256 === sha256) {
      await to.place(county, copy)
      done.copied += 1
    } else {
      damaged.push(source)
      if (copy !== undefined) await to.drop(copy)
    }
  }
  return { ...done, damaged }
}
