import type { Connection } from '../connection.ts'
import { inTransaction } from '../database.ts'
import { quoteName } from '../identifiers.ts'
import { upgradeStatements } from './register-statements.ts'
import type { TableColumn } from './register-table.ts'

interface OlderTable {
  readonly table_name: string
  readonly columns: readonly TableColumn[]
  readonly columns_to_index: readonly string[]
}

/**
 * Brings register tables of an older program up to date: blind indexes of sealed cells get columns of their own. One table a
 * transaction, so that none is locked for longer than its own rows take, and what is done stays done when the program is
 * stopped in between. As the owner of the tables.
 */
export async function upgradeRegisterTables(connection: Connection): Promise<void> {
  const { rows } = await connection.run<OlderTable>(
    `select table_name, columns, columns_to_index from packs_register_tables
     where columns_to_index is not null order by table_name`,
    [],
  )
  for (const table of rows) await upgrade(connection, table)
}

async function upgrade(connection: Connection, table: OlderTable): Promise<void> {
  const wanted = new Set(table.columns_to_index)
  const sealed = (column: TableColumn): boolean => wanted.has(column.id) && column.type === 'text'
  const columns = table.columns.map((column) => (sealed(column) ? { ...column, sealed: true } : column))
  await inTransaction(connection, async () => {
    for (const statement of upgradeStatements(table.table_name, table.columns.filter(sealed)))
      await connection.run(statement, [])
    await connection.run(
      'update packs_register_tables set columns = $2, columns_to_index = null where table_name = $1',
      [table.table_name, JSON.stringify(columns)],
    )
  })
  // A table that was made over has neither statistics nor the marks by which an index alone answers.
  await connection.run(`vacuum (analyze) ${quoteName(table.table_name)}`, [])
}
