import type { Connection } from '../connection.ts'
import { type Queries, queriesOn } from '../database.ts'
import { quoteName } from '../identifiers.ts'
import { readMigrationNames } from '../migrate.ts'
import { assertMaintainer } from '../server/server-role.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { columnList, listTables, type StoredTable } from './list-tables.ts'

/** What a copy of a database contains: enough to tell afterwards that all of it arrived. */
export interface Manifest {
  readonly format: 1
  readonly created_at: string
  readonly migrations: readonly string[]
  /** What the keys are told by that this database cannot be read without; the keys themselves are never in a copy. */
  readonly keys: readonly KeyFingerprint[]
  readonly tables: readonly (StoredTable & Fingerprint)[]
}

export interface KeyFingerprint {
  readonly id: string
  readonly fingerprint: string
}

/** A database as it was at one moment: its manifest and the rows of each table as COPY text. */
export interface Snapshot {
  readonly manifest: Manifest
  rows(table: StoredTable): AsyncIterable<Uint8Array>
}

/** Holds one read-only transaction open while `use` reads, so that all tables are of the same moment. */
export async function withSnapshot<T>(
  connection: Connection,
  now: Date,
  use: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  await connection.run('begin isolation level repeatable read read only', [])
  try {
    await assertMaintainer(connection)
    await connection.run(`set local timezone = 'UTC'`, [])
    const queries = queriesOn(connection)
    const manifest = await describe(queries, now)
    return await use({
      manifest,
      rows: (table) => connection.copyOut(`select ${columnList(table)} from ${quoteName(table.name)}`),
    })
  } finally {
    await connection.run('rollback', [])
  }
}

async function describe(queries: Queries, now: Date): Promise<Manifest> {
  const tables: (StoredTable & Fingerprint)[] = []
  for (const table of await listTables(queries)) tables.push({ ...table, ...(await fingerprintOf(queries, table)) })
  const keys = await queries.run<KeyFingerprint>('select key_id as id, fingerprint from platform_keys order by key_id')
  return { format: 1, created_at: now.toISOString(), migrations: await readMigrationNames(queries), keys, tables }
}
