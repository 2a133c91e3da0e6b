import type { Queries } from './database.ts'

interface CatalogueColumn {
  readonly table_name: string
  readonly column_name: string
  readonly type: string
  readonly nullable: boolean
  readonly has_default: boolean
  readonly says: string | null
}

/** What a column of this type is in TypeScript: reading and writing. See sql-types.ts for the readers. */
const scalarTypes: Readonly<Record<string, string>> = {
  text: 'string',
  'text[]': 'string[]',
  integer: 'number',
  bigint: 'number | bigint',
  boolean: 'boolean',
  numeric: 'string',
  date: 'string',
  jsonb: 'Json',
  'timestamp with time zone': 'Instant',
  bytea: 'Uint8Array',
}

const header = `// Generated from a migrated database by \`npm run generate\`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as ISO text in UTC; written as a Date or text. */
type Instant = ColumnType<string, Date | string, Date | string>
/** Read as parsed JSON; written as JSON text. */
type Json = ColumnType<unknown, string, string>
`

/** The row types of all migrated tables as TypeScript text. Tables that packs brought are not among them. */
export async function rowTypesText(queries: Queries): Promise<string> {
  const columns = await queries.run<CatalogueColumn>(
    `select c.relname::text as table_name, a.attname::text as column_name, format_type(a.atttypid, null) as type,
       not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as has_default,
       col_description(c.oid, a.attnum) as says
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'r\\_%'
     order by c.relname, a.attnum`,
  )
  const tables = new Map<string, CatalogueColumn[]>()
  for (const column of columns) tables.set(column.table_name, [...(tables.get(column.table_name) ?? []), column])
  const interfaces = [...tables].map(([table, own]) => interfaceText(table, own))
  const entries = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)}`)
  return `${header}\n${interfaces.join('\n')}\nexport interface Tables {\n${entries.join('\n')}\n}\n`
}

function interfaceText(table: string, columns: readonly CatalogueColumn[]): string {
  const lines = columns.map((column) => {
    const says = column.says === null ? '' : `  /** ${column.says} */\n`
    return `${says}  ${column.column_name}: ${typeText(column)}`
  })
  return `export interface ${typeName(table)} {\n${lines.join('\n')}\n}\n`
}

function typeText(column: CatalogueColumn): string {
  const scalar = scalarTypes[column.type]
  if (scalar === undefined) throw new Error(`no row type for ${column.type} of ${column.table_name}`)
  if (column.has_default) return `Generated<${scalar}>`
  return column.nullable ? `${scalar} | null` : scalar
}

/** evaluation_runs → EvaluationRunsRow. */
function typeName(table: string): string {
  const words = table.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
  return `${words.join('')}Row`
}
