import { quoteLiteral, quoteName } from '../identifiers.ts'
import { provenanceColumns, registerColumnName, type SqlColumnType, type TableColumn } from './register-table.ts'

const sqlTypes: ReadonlySet<string> = new Set([
  'text',
  'integer',
  'numeric',
  'boolean',
  'date',
] satisfies SqlColumnType[])

/** The statements that bring one register table into being, or up to date. Every one may be repeated. */
export function registerTableStatements(table: string, title: string, columns: readonly TableColumn[]): string[] {
  const name = quoteName(table)
  const provenance = provenanceColumns.map((column) => `${quoteName(column.name)} ${column.definition}`)
  const create = `create table if not exists ${name} (
  ${provenance.join(',\n  ')},
  primary key (county_code, row_no),
  foreign key (county_code, submission_id) references collection_submissions (county_code, submission_id) on delete cascade
)`
  const add = (column: string, type: string): string =>
    `alter table ${name} add column if not exists ${quoteName(column)} ${type}`
  const added = columns.map((column) => add(registerColumnName(column.id), checkedType(column)))
  const indexes = [
    `create index if not exists ${quoteName(indexName(table, 'year'))} on ${name} (county_code, year)`,
    `create index if not exists ${quoteName(indexName(table, 'sub'))} on ${name} (county_code, submission_id)`,
  ]
  const confined = `select platform_confine(${quoteLiteral(table)}, 'select, insert, update, delete')`
  return [create, ...added, ...indexes, confined, ...comments(name, title, columns)]
}

function comments(name: string, title: string, columns: readonly TableColumn[]): string[] {
  const unit = (column: TableColumn): string => (column.unit === undefined ? '' : `（${column.unit}）`)
  return [
    `comment on table ${name} is ${quoteLiteral(`台账：${title}`)}`,
    ...provenanceColumns.map(
      (column) => `comment on column ${name}.${quoteName(column.name)} is ${quoteLiteral(column.says)}`,
    ),
    ...columns.map(
      (column) =>
        `comment on column ${name}.${quoteName(registerColumnName(column.id))} is ${quoteLiteral(`${column.title}${unit(column)}`)}`,
    ),
  ]
}

/** The definitions come back from a backup too: nothing but the closed set of types may reach a statement. */
function checkedType(column: TableColumn): string {
  if (!sqlTypes.has(column.type)) throw new Error(`unknown column type of ${column.id}`)
  return column.type
}

function indexName(table: string, suffix: string): string {
  return `${table.slice(0, 63 - suffix.length - 1)}_${suffix}`
}
