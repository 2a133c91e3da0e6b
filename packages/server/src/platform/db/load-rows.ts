import type { Connection, CopyChunk } from './connection.ts'
import { quoteName } from './identifiers.ts'
import { parameterText } from './sql-types.ts'

/** Values in the order of the columns. */
export type LoadableRow = readonly unknown[]

/** Up to so many values each is a parameter of its own, which takes its type from its column. */
const fewValues = 400
/** Up to here one INSERT from arrays; above it COPY, which costs less per row. */
const smallCount = 2_000
const chunkLength = 256 * 1024

/** Where rows wait that must pass row access one by one. */
export const stageName = 'rows_to_load'

/** See Queries.loadRows. Runs inside the caller's transaction. */
export async function loadRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<LoadableRow> | Iterable<LoadableRow>,
): Promise<number> {
  const { first, rest } = await begin(columns, rows)
  if (rest === undefined) return insertRows(connection, table, columns, first)
  return copyAll(connection, table, columns, first, rest)
}

/**
 * The same where row access is confined. An INSERT passes the policies row by row; what would go by COPY waits in a
 * temporary table and is inserted from there.
 */
export async function loadStagedRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<LoadableRow> | Iterable<LoadableRow>,
): Promise<number> {
  const { first, rest } = await begin(columns, rows)
  if (rest === undefined) return insertRows(connection, table, columns, first)
  return throughStage(connection, table, columns, () => copyAll(connection, stageName, columns, first, rest))
}

/** As many rows as one INSERT takes, and the others where there are more. */
async function begin(
  columns: readonly string[],
  rows: AsyncIterable<LoadableRow> | Iterable<LoadableRow>,
): Promise<{ readonly first: readonly LoadableRow[]; readonly rest?: RowIterator }> {
  if (columns.length === 0) throw new Error('loadRows needs at least one column')
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const first: LoadableRow[] = []
  while (first.length <= smallCount) {
    const step = await iterator.next()
    if (step.done === true) return { first }
    first.push(checkedRow(step.value, columns))
  }
  return { first, rest: iterator }
}

async function throughStage<T>(
  connection: Connection,
  table: string,
  columns: readonly string[],
  fill: () => Promise<T>,
): Promise<T> {
  const [target, stage] = [quoteName(table), quoteName(stageName)]
  const names = columns.map(quoteName).join(', ')
  await connection.script(
    `create temporary table ${stage} on commit drop as select ${names} from ${target} with no data`,
  )
  const filled = await fill()
  await connection.run(`insert into ${target} (${names}) select ${names} from ${stage}`, [])
  await connection.script(`drop table ${stage}`)
  return filled
}

/** See Queries.loadText. */
export async function loadText(
  connection: Connection,
  table: string,
  columns: readonly string[],
  text: Iterable<CopyChunk>,
): Promise<void> {
  await connection.copyIn(`${quoteName(table)} (${columns.map(quoteName).join(', ')})`, text)
}

/** The same where row access is confined. */
export async function loadStagedText(
  connection: Connection,
  table: string,
  columns: readonly string[],
  text: Iterable<CopyChunk>,
): Promise<void> {
  await throughStage(connection, table, columns, () => loadText(connection, stageName, columns, text))
}

type RowIterator = AsyncIterator<LoadableRow> | Iterator<LoadableRow>

async function copyAll(
  connection: Connection,
  table: string,
  columns: readonly string[],
  first: readonly LoadableRow[],
  rest: RowIterator,
): Promise<number> {
  let count = 0
  async function* chunks(): AsyncIterable<string> {
    let text = ''
    for await (const row of chained(first, rest)) {
      text += copyLine(checkedRow(row, columns))
      count += 1
      if (text.length < chunkLength) continue
      yield text
      text = ''
    }
    if (text !== '') yield text
  }
  await connection.copyIn(`${quoteName(table)} (${columns.map(quoteName).join(', ')})`, chunks())
  return count
}

async function* chained(first: readonly LoadableRow[], rest: RowIterator): AsyncIterable<LoadableRow> {
  yield* first
  for (let step = await rest.next(); step.done !== true; step = await rest.next()) yield step.value
}

/** One row in COPY's text format, with its line end. */
export function copyLine(row: LoadableRow): string {
  return `${row.map(copyField).join('\t')}\n`
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function copyField(value: unknown): string {
  const text = parameterText(value)
  if (text === null) return '\\N'
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text
}

async function insertRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly LoadableRow[],
): Promise<number> {
  if (rows.length === 0) return 0
  if (rows.length * columns.length <= fewValues) await insertValues(connection, table, columns, rows)
  else await insertArrays(connection, table, columns, rows)
  return rows.length
}

async function insertValues(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly LoadableRow[],
): Promise<void> {
  const width = columns.length
  const tuples = rows.map((_, row) => `(${columns.map((_name, column) => `$${row * width + column + 1}`).join(', ')})`)
  await connection.run(
    `insert into ${quoteName(table)} (${columns.map(quoteName).join(', ')}) values ${tuples.join(', ')}`,
    rows.flatMap((row) => row.map(parameterText)),
  )
}

async function insertArrays(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly LoadableRow[],
): Promise<void> {
  const types = await columnTypes(connection, table)
  const names = columns.map(quoteName)
  const casts = columns.map((column, index) => `c${index + 1}::${types.get(column) ?? 'text'}`)
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`)
  const aliases = columns.map((_, index) => `c${index + 1}`)
  await connection.run(
    `insert into ${quoteName(table)} (${names.join(', ')})
     select ${casts.join(', ')} from unnest(${arrays.join(', ')}) as given(${aliases.join(', ')})`,
    columns.map((_, index) => rows.map((row) => parameterText(row[index]))),
  )
}

async function columnTypes(connection: Connection, table: string): Promise<Map<string, string>> {
  const { rows } = await connection.run<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [quoteName(table)],
  )
  return new Map(rows.map((row) => [row.name, row.type]))
}

function checkedRow(row: LoadableRow, columns: readonly string[]): LoadableRow {
  if (row.length !== columns.length) throw new Error(`a row of ${row.length} values for ${columns.length} columns`)
  return row
}
