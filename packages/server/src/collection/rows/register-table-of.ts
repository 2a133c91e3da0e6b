import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { type TableColumn, tableColumnsOf } from '../../platform/db/registers/register-table.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TaskPack } from '../packs/task-pack.ts'

/** The table that holds a register's rows, with the SQL name and type of each column. */
export interface RegisterTable {
  readonly name: string
  readonly register: Register
  readonly types: ReadonlyMap<string, string>
  /** Sealed columns whose blind index stands in a column of its own. */
  readonly indexed: ReadonlySet<string>
}

/** Errors: `pack.not_installed`. */
export async function getRegisterTable(db: Queries, { pack }: TaskPack, register: Register): Promise<RegisterTable> {
  const types = new Map(tableColumnsOf(register).map(({ id, type }) => [id, type]))
  const tables = await db.run<{ table_name: string; columns: readonly TableColumn[] }>(
    `select table_name, columns from packs_register_tables where pack_id = $1 and register_id = $2
     order by generation desc`,
    [register.home ?? pack.pack.id, register.id],
  )
  // Of a version whose columns later changed their type, the rows stand in the generation of its own time.
  const fits = ({ columns }: { readonly columns: readonly TableColumn[] }): boolean =>
    columns.every(({ id, type }) => (types.get(id) ?? type) === type)
  const row = tables.find(fits) ?? tables[0]
  if (row === undefined) throw new AppError('pack.not_installed', { pack: pack.pack.id })
  return {
    name: row.table_name,
    register,
    types,
    indexed: new Set(row.columns.flatMap(({ id, sealed }) => (sealed === true ? [id] : []))),
  }
}
