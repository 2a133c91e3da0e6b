import { existsSync } from 'node:fs'
import { AppError } from '../platform/errors/app-error.ts'
import { type Keyring, openKeyring } from '../platform/keys/keyring.ts'

/** The keys of an existing installation; never makes new ones. Errors: `keys.unreadable`. */
export function readKeyring(path: string): Keyring {
  if (!existsSync(path)) throw new AppError('keys.unreadable', { path })
  return openKeyring(path, new Date())
}
