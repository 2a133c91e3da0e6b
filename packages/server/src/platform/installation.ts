import { basename, dirname, join, resolve } from 'node:path'
import type { Checkpoints } from './audit/checkpoints.ts'
import type { MacProfile } from './audit/event-mac.ts'
import { openCheckpoints } from './audit/open-checkpoints.ts'
import { systemCaller } from './ctx.ts'
import type { Database } from './db/database.ts'
import { openDatabase } from './db/open-database.ts'
import { createDoor, type Door } from './door.ts'
import { AppError } from './errors/app-error.ts'
import type { Io } from './io.ts'
import { type Keyring, openKeyring } from './keys/keyring.ts'
import type { ParsedOptions } from './parse-options.ts'

/** Where the person's database is: `--data`, else the server named by DATABASE_URL, else ./data. */
export type StorageChoice = { readonly url: string } | { readonly dataDir: string }

export function chooseStorage(dataDir: string | undefined, io: Io): StorageChoice {
  if (dataDir !== undefined) return { dataDir: resolve(io.cwd, dataDir) }
  const url = io.env.DATABASE_URL
  return url === undefined || url === '' ? { dataDir: resolve(io.cwd, 'data') } : { url }
}

/** Key file of an installation: `--keys`, else EDUDUTY_KEYS, else beside the data folder and never in it. */
export function chooseKeyFile(keys: string | undefined, storage: StorageChoice, io: Io): string {
  const named = keys ?? io.env.EDUDUTY_KEYS
  if (named !== undefined && named !== '') return resolve(io.cwd, named)
  if ('url' in storage) return resolve(io.cwd, 'eduduty-keys', 'keys.json')
  return join(dirname(storage.dataDir), `${basename(storage.dataDir)}-keys`, 'keys.json')
}

/** Where checkpoints are kept and how events are sealed. */
export interface AuditChoice {
  /** Folder of the checkpoints; absent = beside the keys. */
  readonly sink?: string
  readonly macProfile?: MacProfile
}

/** EDUDUTY_AUDIT_SINK names another folder for the checkpoints, EDUDUTY_AUDIT_MAC=sm3 the national algorithm. */
export function chooseAudit(io: Io): AuditChoice {
  const sink = io.env.EDUDUTY_AUDIT_SINK
  return {
    ...(sink !== undefined && sink !== '' && { sink: resolve(io.cwd, sink) }),
    ...(io.env.EDUDUTY_AUDIT_MAC === 'sm3' && { macProfile: 'sm3' }),
  }
}

/** An open database with the keys that belong to it and the door to its data. */
export interface Installation {
  readonly db: Database
  readonly keyring: Keyring
  readonly checkpoints: Checkpoints
  readonly door: Door
  readonly clock: () => Date
  close(): Promise<void>
}

export interface InstallationOptions extends AuditChoice {
  /** Milliseconds that one statement behind the door may take; absent = any. */
  readonly statementLimit?: number
  /** Sessions of a server at most. */
  readonly poolSize?: number
  /** Refuse a data folder without a database instead of making one. */
  readonly mustExist?: boolean
}

/** The installation that `--data` and `--keys` name; it has to be there. Errors: as `openInstallation`; `database.not_created`. */
export function openNamedInstallation(options: ParsedOptions, io: Io): Promise<Installation> {
  const storage = chooseStorage(options.text('data'), io)
  const keyFile = chooseKeyFile(options.text('keys'), storage, io)
  return openInstallation(storage, keyFile, { ...chooseAudit(io), mustExist: true })
}

/** Opens storage and keys together; a server as the application, never as its owner. Errors: as openDatabase; `keys.unreadable`, `keys.wrong`. */
export async function openInstallation(
  storage: StorageChoice,
  keyFile: string,
  { sink, macProfile = 'sha256', statementLimit, poolSize, mustExist = false }: InstallationOptions = {},
): Promise<Installation> {
  const clock = (): Date => new Date()
  const size = poolSize === undefined ? {} : { size: poolSize }
  const db = await openDatabase(
    'url' in storage ? { ...storage, ...size, asApplication: true } : { ...storage, mustExist },
  )
  try {
    const keyring = openKeyring(keyFile, clock())
    const checkpoints = openCheckpoints(sink ?? dirname(keyFile), keyring, { mayCreate: sink === undefined })
    const auditLog = { keyring, checkpoints, macProfile }
    const door = createDoor({ db, clock, auditLog, ...(statementLimit !== undefined && { statementLimit }) })
    await recogniseKeys(door, keyring)
    const close = async (): Promise<void> => {
      await checkpoints.close()
      await db.close()
    }
    return { db, keyring, checkpoints, door, clock, close }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** A database keeps the fingerprints of its keys: with others, nothing sealed could be read and the audit chain would break. */
async function recogniseKeys(door: Door, keyring: Keyring): Promise<void> {
  await door.write(systemCaller('核对密钥'), async ({ db, now }) => {
    const known = await db.kysely.selectFrom('platform_keys').select(['key_id', 'fingerprint']).execute()
    for (const { key_id, fingerprint } of known) {
      if (keyring.fingerprint(key_id) !== fingerprint) throw new AppError('keys.wrong', { id: key_id })
    }
    const fresh = keyring.ids.filter((id) => !known.some((key) => key.key_id === id))
    for (const id of fresh) {
      const row = { key_id: id, fingerprint: keyring.fingerprint(id), created_at: now }
      await db.kysely.insertInto('platform_keys').values(row).execute()
    }
  })
}
