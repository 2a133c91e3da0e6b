import { createIdentify } from '../identity/index.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { Deps } from '../platform/http/app-type.ts'
import type { Installation } from '../platform/installation.ts'
import type { VolumeSettings } from '../platform/pdf/volume-settings.ts'

/** Puts together what routes are given. */
export function makeDeps(
  { db, door, clock, keyring, checkpoints }: Installation,
  files: FileStore,
  volume: VolumeSettings,
): Deps {
  const identify = createIdentify({ door, keyring })
  return { db, door, clock, keyring, files, volume, checkpointFile: checkpoints.file, identify }
}
