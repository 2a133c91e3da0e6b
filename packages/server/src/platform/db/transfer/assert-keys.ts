import { existsSync } from 'node:fs'
import { AppError } from '../../errors/app-error.ts'
import { openKeyring } from '../../keys/keyring.ts'
import type { Manifest } from './snapshot.ts'

/** A copy whose keys are not in the key file could be loaded but never be read. Errors: `backup.foreign_keys`, `keys.unreadable`. */
export function assertKeys({ keys }: Manifest, keyFile: string, shown: string): void {
  if (keys.length === 0) return
  const present = existsSync(keyFile) ? openKeyring(keyFile, new Date(0)) : undefined
  for (const { id, fingerprint } of keys) {
    const found = present?.ids.includes(id) === true ? present.fingerprint(id) : undefined
    if (found === fingerprint) continue
    throw new AppError('backup.foreign_keys', { file: shown, wanted: id, fingerprint, keys: keyFile })
  }
}
