import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../errors/app-error.ts'

/** The secret keys of an installation, kept in a file outside the data folder. */
export interface Keyring {
  /** Version of the key that new values are made with. */
  readonly current: string
  /** Key of `bytes` length for one purpose and county, of the version `id`. Errors: `keys.unknown_version`. */
  derive(id: string, purpose: string, county: string, bytes: number): Buffer
  /** Tells keys apart and reveals nothing of them. */
  fingerprint(id: string): string
  readonly ids: readonly string[]
}

interface StoredKey {
  readonly id: string
  readonly created_at: string
  readonly secret: string
}

const secretBytes = 32
const KEPT = 4_096

/** Reads the key file, or makes one with a fresh key. Errors: `keys.unreadable`. */
export function openKeyring(path: string, now: Date): Keyring {
  if (!existsSync(path)) writeKeys(path, [freshKey(1, now)])
  return keyringOf(readKeys(path))
}

/** A keyring that exists in memory only: for tests and one-off work. */
export function temporaryKeyring(): Keyring {
  return keyringOf([freshKey(1, new Date(0))])
}

function freshKey(version: number, now: Date): StoredKey {
  return {
    id: `k${version}`,
    created_at: now.toISOString(),
    secret: randomBytes(secretBytes).toString('base64'),
  }
}

function keyringOf(keys: readonly StoredKey[]): Keyring {
  const secrets = new Map(keys.map((key) => [key.id, Buffer.from(key.secret, 'base64')]))
  const secretOf = (id: string): Buffer => {
    const secret = secrets.get(id)
    if (secret === undefined) throw new AppError('keys.unknown_version', { id })
    return secret
  }
  // Every sealed cell, session and event asks; there are as many keys as counties at work, times a few purposes.
  const derived = new Map<string, Buffer>()
  return {
    current: keys.at(-1)?.id ?? '',
    ids: [...secrets.keys()],
    derive(id, purpose, county, bytes) {
      const name = JSON.stringify([id, purpose, county, bytes])
      const key =
        derived.get(name) ?? Buffer.from(hkdfSync('sha256', secretOf(id), county, `eduduty ${purpose}`, bytes))
      if (derived.size >= KEPT) derived.clear()
      derived.set(name, key)
      return key
    },
    fingerprint: (id) =>
      createHash('sha256').update('eduduty fingerprint').update(secretOf(id)).digest('hex').slice(0, 16),
  }
}

function readKeys(path: string): readonly StoredKey[] {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const keys = typeof content === 'object' && content !== null && 'keys' in content ? content.keys : undefined
    if (Array.isArray(keys) && keys.length > 0 && keys.every(isStoredKey)) return keys
  } catch (cause) {
    throw new AppError('keys.unreadable', { path }, { cause })
  }
  throw new AppError('keys.unreadable', { path })
}

function isStoredKey(value: unknown): value is StoredKey {
  if (typeof value !== 'object' || value === null) return false
  if (!('id' in value && 'created_at' in value && 'secret' in value)) return false
  if (typeof value.id !== 'string' || typeof value.created_at !== 'string') return false
  return typeof value.secret === 'string' && Buffer.from(value.secret, 'base64').length === secretBytes
}

/** On disk before anything is sealed with it: a value whose key was lost can never be read again. */
function writeKeys(path: string, keys: readonly StoredKey[]): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  const descriptor = openSync(draft, 'wx', 0o600)
  writeSync(descriptor, `${JSON.stringify({ keys }, null, 2)}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(draft, path)
}
