import { createIdentify } from '../identity/index.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { Deps } from '../platform/http/app-type.ts'
import type { Installation } from '../platform/installation.ts'

/** Puts together what routes are given. */
export function makeDeps({ db, door, clock, keyring, checkpoints }: Installation, files: FileStore): Deps {
  const identify = createIdentify({ door, keyring })
  return { db, door, clock, keyring, files, checkpointFile: checkpoints.file, identify }
}
