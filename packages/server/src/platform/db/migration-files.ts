import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** One change of the tables. Files are in order of their names. */
export interface Migration {
  /** `YYYYMMDDHHMM-verb-noun`. */
  readonly name: string
  readonly statements: string
  readonly checksum: string
}

/** The same folder seen from src/platform/db and from dist/platform/db. */
const folder = new URL('../../../migrations/', import.meta.url)

export function listMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map(readMigration)
}

function readMigration(file: string): Migration {
  if (!/^\d{12}-[a-z0-9]+(-[a-z0-9]+)+\.sql$/.test(file)) throw new Error(`bad name of a migration: ${file}`)
  // A checkout with other line ends is the same migration.
  const statements = readFileSync(new URL(file, folder), 'utf8').replace(/\r\n/g, '\n')
  const checksum = createHash('sha256').update(statements).digest('hex')
  return { name: file.slice(0, -4), statements, checksum }
}

/** One hash over all migrations: tells a prepared dump of another version from this one. */
export function migrationsFingerprint(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex').slice(0, 16)
}
