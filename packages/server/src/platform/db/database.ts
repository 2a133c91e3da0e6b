import type { Kysely } from 'kysely'
import { keepTrack, loseTrack, type OpenResource } from '../open-resources.ts'
import { type Connection, type Connections, type CopyChunk, withConnection } from './connection.ts'
import { kyselyOver } from './kysely-dialect.ts'
import { type LoadableRow, loadRows, loadStagedRows, loadStagedText, loadText } from './load-rows.ts'
import type { Tables } from './schema.generated.ts'

/** Reading and writing, on the database or inside one transaction. */
export interface Queries {
  /** Typed queries on the migrated tables. */
  readonly kysely: Kysely<Tables>
  /** One statement of plain SQL with `$1 …`; for tables that packs brought and for generated SQL. */
  run<Row = SqlRow>(statement: string, parameters?: readonly unknown[]): Promise<Row[]>
  /**
   * Adds many rows to `table` in one go; returns how many. Values are numbers, text, booleans, null …; a short row
   * is an error. Outside a transaction it is atomic by itself.
   */
  loadRows(
    table: string,
    columns: readonly string[],
    rows: AsyncIterable<LoadableRow> | Iterable<LoadableRow>,
  ): Promise<number>
  /** The same for rows that are COPY text already (`copyLine`); each piece ends at the end of a line. */
  loadText(table: string, columns: readonly string[], text: Iterable<CopyChunk>): Promise<void>
}

/** A row of plain SQL by column name. numeric and date are text, timestamptz is ISO text, int8 a number when safe. */
export type SqlRow = Readonly<Record<string, unknown>>

export type DatabaseKind = 'memory' | 'embedded' | 'server'

export interface Database extends Queries {
  readonly kind: DatabaseKind
  /** True when an acknowledged write survives a power cut (断电安全). */
  readonly durability: boolean
  /** Where it is, for messages; holds no password. */
  readonly place: string
  /** Bare sessions, for migrations, backup and moving; use cases never need them. */
  readonly connections: Connections
  /** Runs `work` in one transaction; rolled back when it throws. Do not nest. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseParts {
  readonly kind: DatabaseKind
  readonly durability: boolean
  readonly place: string
  readonly connections: Connections
  /** Runs after the sessions are closed: gives the lock back. */
  readonly afterClose?: () => void
  /** Runs before the sessions are closed. */
  readonly beforeClose?: () => Promise<void>
}

export function createDatabase(parts: DatabaseParts): Database {
  const { connections } = parts
  let closing: Promise<void> | undefined
  const transaction = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    withConnection(connections, (connection) => inTransaction(connection, () => work(queriesOn(connection))))
  const database: Database = {
    kind: parts.kind,
    durability: parts.durability,
    place: parts.place,
    connections,
    kysely: kyselyOver<Tables>(connections),
    run: <Row>(statement: string, parameters: readonly unknown[] = []) =>
      withConnection(connections, async (connection) => (await connection.run<Row>(statement, parameters)).rows),
    loadRows: (table, columns, rows) => transaction((queries) => queries.loadRows(table, columns, rows)),
    loadText: (table, columns, text) => transaction((queries) => queries.loadText(table, columns, text)),
    transaction,
    close() {
      closing ??= closeParts(parts).finally(() => loseTrack(resource))
      return closing
    },
  }
  const resource: OpenResource = { kind: 'database', close: database.close }
  keepTrack(resource)
  return database
}

/**
 * Queries on one session; its owner decides about the transaction. `staged`: bulk loads go through a table of their
 * own, because COPY into a confined table is refused.
 */
export function queriesOn(connection: Connection, { staged = false } = {}): Queries {
  const load = staged ? loadStagedRows : loadRows
  const copy = staged ? loadStagedText : loadText
  return {
    kysely: kyselyOver<Tables>(onlyConnection(connection)),
    run: async <Row>(statement: string, parameters: readonly unknown[] = []) =>
      (await connection.run<Row>(statement, parameters)).rows,
    loadRows: (table, columns, rows) => load(connection, table, columns, rows),
    loadText: (table, columns, text) => copy(connection, table, columns, text),
  }
}

export async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.run('begin', [])
  try {
    const result = await work()
    await connection.run('commit', [])
    return result
  } catch (error) {
    // The first error is the one to report: a rollback that fails too adds nothing.
    await connection.run('rollback', []).catch(() => undefined)
    throw error
  }
}

function onlyConnection(connection: Connection): Connections {
  return { acquire: async () => connection, release: async () => {}, close: async () => {} }
}

async function closeParts(parts: DatabaseParts): Promise<void> {
  try {
    await parts.beforeClose?.()
    await parts.connections.close()
  } finally {
    parts.afterClose?.()
  }
}
