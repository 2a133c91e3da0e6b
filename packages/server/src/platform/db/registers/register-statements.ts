import { quoteLiteral, quoteName } from '../identifiers.ts'
import {
  blindKeySql,
  indexColumnName,
  provenanceColumns,
  registerColumnName,
  type SqlColumnType,
  type TableColumn,
} from './register-table.ts'

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
  const sealed = columns.filter((column) => column.sealed === true)
  const indexes = [
    `create index if not exists ${quoteName(indexName(table, 'year'))} on ${name} (county_code, year)`,
    submissionIndex(table),
  ]
  const confined = `select platform_confine(${quoteLiteral(table)}, 'select, insert, update, delete')`
  return [create, ...added, ...indexColumns(table, sealed), ...indexes, confined, ...comments(name, title, columns)]
}

/**
 * Brings the table of an older program up to date, all at once: each added column would make the table over. Every statement
 * may be repeated. `sealed`: columns of the
 * register whose blind index is to stand in a column.
 */
export function upgradeStatements(table: string, sealed: readonly TableColumn[]): string[] {
  return [
    ...indexColumns(table, sealed),
    submissionIndex(table),
    `drop index if exists ${quoteName(indexName(table, 'sub'))}`,
  ]
}

/** Kept by the database itself, whoever writes a row and how. Compared byte by byte. */
function indexColumns(table: string, sealed: readonly TableColumn[]): string[] {
  if (sealed.length === 0) return []
  const added = sealed.map(
    ({ id }) =>
      `add column if not exists ${quoteName(indexColumnName(id))} text collate "C"
       generated always as (${blindKeySql(quoteName(registerColumnName(id)))}) stored`,
  )
  const says = sealed.map(({ id, title }) => {
    const words = quoteLiteral(`${title}：盲索引的前 128 位，由数据库随原列生成，供比对`)
    return `comment on column ${quoteName(table)}.${quoteName(indexColumnName(id))} is ${words}`
  })
  return [`alter table ${quoteName(table)} ${added.join(', ')}`, ...says]
}

/** With the place of a row: rows of submissions within reach are counted by the index alone. */
const submissionIndex = (table: string): string =>
  `create index if not exists ${quoteName(indexName(table, 'sub_place'))}
   on ${quoteName(table)} (county_code, submission_id, org_path text_pattern_ops)`

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
