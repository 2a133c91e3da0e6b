import { createIdentify } from '../identity/index.ts'
import type { Deps } from '../platform/http/app-type.ts'
import type { Installation } from '../platform/installation.ts'

/** Puts together what routes are given. */
export function makeDeps({ db, door, clock, keyring, checkpoints }: Installation): Deps {
  return { db, door, clock, keyring, checkpointFile: checkpoints.file, identify: createIdentify({ door, keyring }) }
}
