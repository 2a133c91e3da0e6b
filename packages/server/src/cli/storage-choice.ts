import { resolve } from 'node:path'
import type { DatabaseOptions } from '../platform/db/open-database.ts'
import type { Io } from '../platform/io.ts'

/** Where the person's database is: `--data`, else the server named by DATABASE_URL, else ./data. */
export type StorageChoice = { readonly url: string } | { readonly dataDir: string }

export function chooseStorage(dataDir: string | undefined, io: Io): StorageChoice {
  if (dataDir !== undefined) return { dataDir: resolve(io.cwd, dataDir) }
  const url = io.env.DATABASE_URL
  return url === undefined || url === '' ? { dataDir: resolve(io.cwd, 'data') } : { url }
}

/** Options that open an existing database without changing its tables. */
export function asItIs(choice: StorageChoice): DatabaseOptions {
  return 'url' in choice ? { ...choice, migrate: false } : { ...choice, migrate: false, mustExist: true }
}
