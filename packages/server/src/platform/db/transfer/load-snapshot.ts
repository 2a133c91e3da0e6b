import { AppError } from '../../errors/app-error.ts'
import type { Connection } from '../connection.ts'
import { inTransaction, type Queries, queriesOn } from '../database.ts'
import { quoteName } from '../identifiers.ts'
import { recreateRegisterTables } from '../registers/create-register-tables.ts'
import { assertMaintainer } from '../server/server-role.ts'
import { fingerprintOf, sameFingerprint } from './fingerprint.ts'
import { columnList, isRegisterTable, listTables } from './list-tables.ts'
import type { Manifest } from './snapshot.ts'

/** The rows of one table of the manifest, as COPY text in chunks of whole lines. */
export interface TableContent {
  readonly name: string
  readonly lines: AsyncIterable<string>
}

/**
 * Fills an empty, migrated database from a snapshot, in one transaction, and compares every table with the
 * manifest before committing. `source` names the origin in messages. Returns the number of rows.
 */
export async function loadSnapshot(
  connection: Connection,
  source: string,
  manifest: Manifest,
  contents: AsyncIterable<TableContent>,
  report: (table: string, done: number, total: number) => void,
): Promise<number> {
  const queries = queriesOn(connection)
  return inTransaction(connection, async () => {
    await queries.run(`set local timezone = 'UTC'`)
    await queries.run('set constraints all deferred')
    await assertMaintainer(connection)
    await refuseFilled(queries)
    const lifted = [...(await liftForOwner(queries))]
    let done = 0
    let registersMade = false
    for await (const { name, lines } of contents) {
      if (isRegisterTable(name) && !registersMade) {
        await recreateRegisterTables(queries)
        lifted.push(...(await liftForOwner(queries)))
        registersMade = true
      }
      const table = manifest.tables.find((candidate) => candidate.name === name)
      if (table === undefined) throw new AppError('backup.damaged', { file: source, reason: `目录中没有表 ${name}` })
      report(name, done, manifest.tables.length)
      await connection.copyIn(`${quoteName(name)} (${columnList(table)})`, lines)
      done += 1
    }
    await compare(queries, source, manifest)
    await advanceRowNumbers(queries, manifest)
    await queries.run('set constraints all immediate')
    for (const name of lifted) await queries.run(`alter table ${quoteName(name)} force row level security`)
    return manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  })
}

/**
 * Rows may not be copied into a confined table, not even by its owner: within this transaction it is not confined. Returns
 * the tables of which that is true, which must be confined again before the commit.
 */
async function liftForOwner(queries: Queries): Promise<readonly string[]> {
  const forced = await queries.run<{ name: string }>(
    `select relname::text as name from pg_class
     where relforcerowsecurity and relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of forced) await queries.run(`alter table ${quoteName(name)} no force row level security`)
  return forced.map(({ name }) => name)
}

async function refuseFilled(queries: Queries): Promise<void> {
  for (const table of await listTables(queries)) {
    const [answer] = await queries.run<{ filled: boolean }>(
      `select exists (select from ${quoteName(table.name)}) as filled`,
    )
    if (answer?.filled === true) throw new AppError('database.not_empty', { table: table.name })
  }
}

async function compare(queries: Queries, source: string, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const arrived = await fingerprintOf(queries, table)
    if (!sameFingerprint(arrived, table)) {
      const reason = `表 ${table.name} 应有 ${table.rows} 行，得到 ${arrived.rows} 行或内容不同`
      throw new AppError('backup.damaged', { file: source, reason })
    }
  }
}

/** COPY gives rows their old numbers; new rows must start after them. */
async function advanceRowNumbers(queries: Queries, manifest: Manifest): Promise<void> {
  for (const { name } of manifest.tables.filter((table) => isRegisterTable(table.name))) {
    await queries.run(
      `select setval(pg_get_serial_sequence('${quoteName(name)}', 'row_no'), coalesce(max(row_no), 0) + 1, false)
       from ${quoteName(name)}`,
    )
  }
}
