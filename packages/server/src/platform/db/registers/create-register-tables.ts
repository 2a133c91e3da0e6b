import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../database.ts'
import { registerTableStatements } from './register-statements.ts'
import { registerTableName, type TableColumn, tableColumnsOf } from './register-table.ts'

interface RegisteredTable {
  readonly table_name: string
  readonly generation: number
  readonly columns: readonly TableColumn[]
}

/**
 * Makes the tables of a pack's registers, those of a pack it uses under that pack's name, inside the caller's transaction; doing it again changes nothing.
 * A later version of the pack may add columns: they are added. Columns it dropped stay, with their data.
 * A column whose type changed starts a new generation of the table. Returns the table name by register id.
 */
export async function createRegisterTables(
  queries: Queries,
  packId: string,
  registers: readonly Register[],
): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>()
  for (const register of registers)
    tables.set(register.id, await createRegisterTable(queries, register.home ?? packId, register))
  return tables
}

async function createRegisterTable(queries: Queries, packId: string, register: Register): Promise<string> {
  const wanted = tableColumnsOf(register)
  const known = await queries.run<RegisteredTable>(
    `select table_name, generation, columns from packs_register_tables
     where pack_id = $1 and register_id = $2 order by generation desc`,
    [packId, register.id],
  )
  const fitting = known.find((table) => agree(table.columns, wanted))
  const generation = fitting?.generation ?? (known[0]?.generation ?? 0) + 1
  const name = fitting?.table_name ?? registerTableName(packId, register.id, generation)
  const columns = merged(ordered(fitting?.columns ?? []), wanted)
  // Tables belong to the owner of the database: where nothing changes, nothing needs the owner's rights.
  if (fitting !== undefined && JSON.stringify(columns) === JSON.stringify(ordered(fitting.columns))) return name
  for (const statement of registerTableStatements(name, register.title, columns)) await queries.run(statement)
  await queries.run(
    `insert into packs_register_tables (table_name, pack_id, register_id, generation, title, columns)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (table_name) do update set title = excluded.title, columns = excluded.columns`,
    [name, packId, register.id, generation, register.title, JSON.stringify(columns)],
  )
  return name
}

/** jsonb gives the fields of an object in an order of its own. */
function ordered(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.map(({ id, title, type, unit, sealed }) => ({
    id,
    title,
    type,
    ...(unit !== undefined && { unit }),
    ...(sealed !== undefined && { sealed }),
  }))
}

function agree(present: readonly TableColumn[], wanted: readonly TableColumn[]): boolean {
  const types = new Map(present.map((column) => [column.id, column.type]))
  return wanted.every((column) => (types.get(column.id) ?? column.type) === column.type)
}

function merged(present: readonly TableColumn[], wanted: readonly TableColumn[]): readonly TableColumn[] {
  const latest = new Map(wanted.map((column) => [column.id, column]))
  const kept = present.map((column) => {
    const wanting = latest.get(column.id) ?? column
    // A column of the table stays, also when a version of the pack no longer calls the register's column personal.
    return column.sealed === true ? { ...wanting, sealed: column.sealed } : wanting
  })
  const ids = new Set(present.map((column) => column.id))
  return [...kept, ...wanted.filter((column) => !ids.has(column.id))]
}

/** Makes the tables again that a restored directory of register tables lists. */
export async function recreateRegisterTables(queries: Queries): Promise<void> {
  const known = await queries.run<{ table_name: string; title: string; columns: readonly TableColumn[] }>(
    'select table_name, title, columns from packs_register_tables order by table_name',
  )
  for (const { table_name, title, columns } of known) {
    for (const statement of registerTableStatements(table_name, title, columns)) await queries.run(statement)
  }
}
