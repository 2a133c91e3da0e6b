import { withConnection } from './connection.ts'
import type { Database, Queries } from './database.ts'
import { quoteName } from './identifiers.ts'
import { assertMaintainer } from './server/server-role.ts'
import { SqlError } from './sql-error.ts'
import { fingerprintOf } from './transfer/fingerprint.ts'
import { listTables, type StoredTable } from './transfer/list-tables.ts'

export interface TableFault {
  readonly table: string
  /** Chinese. */
  readonly message: string
}

export interface DatabaseCheck {
  readonly tables: number
  readonly rows: number
  readonly faults: readonly TableFault[]
}

/** Reads every row of every table and compares the number of rows with what the primary key's index holds. */
export async function verifyDatabase(database: Database): Promise<DatabaseCheck> {
  await withConnection(database.connections, assertMaintainer)
  const tables = await database.transaction(listTables)
  const faults: TableFault[] = []
  let rows = 0
  for (const table of tables) {
    const found = await database.transaction((queries) => verifyTable(queries, table)).catch(unreadable)
    if (typeof found === 'string') faults.push({ table: table.name, message: found })
    else rows += found
  }
  return { tables: tables.length, rows, faults }
}

/** Number of rows, or what is wrong. */
async function verifyTable(queries: Queries, table: StoredTable): Promise<number | string> {
  await queries.run('set local enable_indexscan = off')
  await queries.run('set local enable_indexonlyscan = off')
  const stored = await fingerprintOf(queries, table)
  await queries.run('set local enable_indexonlyscan = on')
  await queries.run('set local enable_seqscan = off')
  await queries.run('set local enable_bitmapscan = off')
  const [indexed] = await queries.run<{ rows: number }>(`select count(*) as rows from ${quoteName(table.name)}`)
  if (indexed?.rows === stored.rows) return stored.rows
  return `表中有 ${stored.rows} 行，索引中有 ${indexed?.rows ?? 0} 行`
}

function unreadable(error: unknown): string {
  if (error instanceof SqlError) return `读取失败（${error.sqlstate}）`
  throw error
}
