import type { Queries } from '../database.ts'
import { quoteName } from '../identifiers.ts'

export interface StoredTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** The migration record belongs to the database it was made in and is never carried over. */
const ownRecord = 'platform_migrations'

interface CatalogueRow {
  readonly name: string
  readonly columns: readonly string[]
  readonly parents: readonly string[]
}

/** All tables with their stored columns, each after the tables it refers to; register tables come last. */
export async function listTables(queries: Queries): Promise<readonly StoredTable[]> {
  const rows = await queries.run<CatalogueRow>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attname) as columns,
       array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> $1
     order by c.relname like 'r\\_%', c.relname`,
    [ownRecord],
  )
  return parentsFirst(rows)
}

function parentsFirst(rows: readonly CatalogueRow[]): readonly StoredTable[] {
  const placed = new Set<string>()
  const ordered: StoredTable[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter((row) => row.parents.every((parent) => placed.has(parent)))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const { name, columns } of ready) {
      placed.add(name)
      ordered.push({ name, columns })
    }
    waiting = waiting.filter((row) => !placed.has(row.name))
  }
  const registers = ordered.filter((table) => isRegisterTable(table.name))
  return [...ordered.filter((table) => !isRegisterTable(table.name)), ...registers]
}

export function isRegisterTable(name: string): boolean {
  return name.startsWith('r_')
}

/** `"a", "b"`. */
export function columnList(table: StoredTable): string {
  return table.columns.map(quoteName).join(', ')
}
