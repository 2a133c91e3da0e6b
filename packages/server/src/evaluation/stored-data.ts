import type { CellValue, Refused, RegisterRow, RowSource } from '@eduduty/core/collection'
import type { Pack, Register } from '@eduduty/core/packs'
import type { Queries, SqlRow } from '../platform/db/database.ts'
import { registerColumnName } from '../platform/db/registers/register-table.ts'
import { snapshotPrefix } from './store-rows.ts'

/** Which rows of the database a run stands on. */
export interface StoredData {
  readonly county: string
  readonly prefix: string
  /** Table by register. */
  readonly tables: ReadonlyMap<string, string>
}

/** Where the rows of a snapshot are kept. */
export async function findStoredData(db: Queries, pack: Pack, county: string, snapshot: string): Promise<StoredData> {
  const rows = await db.run<{ pack_id: string; register_id: string; table_name: string }>(
    `select distinct on (pack_id, register_id) pack_id, register_id, table_name from packs_register_tables
     order by pack_id, register_id, generation desc`,
  )
  const names = new Map(rows.map((row) => [JSON.stringify([row.pack_id, row.register_id]), row.table_name]))
  const tables = pack.registers.flatMap(({ id, home }) => {
    const name = names.get(JSON.stringify([home ?? pack.pack.id, id]))
    return name === undefined ? [] : [[id, name] as const]
  })
  return { county, prefix: snapshotPrefix(snapshot), tables: new Map(tables) }
}

/** The rows of every register of a pack in one snapshot. */
export async function readSnapshotRows(db: Queries, pack: Pack, data: StoredData): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = []
  for (const register of pack.registers) for (const row of await readStoredRows(db, data, register)) rows.push(row)
  return rows
}

/** The rows of a register in one snapshot, in the order they were stored; `columns` limits what is read. */
export async function readStoredRows(
  db: Queries,
  data: StoredData,
  register: Register,
  columns?: ReadonlySet<string>,
): Promise<RegisterRow[]> {
  const table = data.tables.get(register.id)
  if (table === undefined) return []
  const wanted = register.columns.filter(
    (column) => columns === undefined || columns.has(column.id) || column.dimension !== undefined,
  )
  const list = wanted.map((column) => `"${registerColumnName(column.id)}"`)
  const rows = await db.run(
    `select year, exact_values, refused${list.map((name) => `, ${name}`).join('')} from "${table}"
     where county_code = $1 and starts_with(submission_id, $2) order by row_no`,
    [data.county, data.prefix],
  )
  const names = wanted.map((column) => ({ id: column.id, name: registerColumnName(column.id) }))
  return rows.map((row) => ({
    register: register.id,
    year: Number(row.year),
    values: { ...valuesOf(names, row), ...textsIn(row.exact_values) },
    source: NOWHERE,
    ...refusedIn(row.refused),
  }))
}

function refusedIn(stored: unknown): { readonly refused?: Refused } {
  if (!isRecord(stored)) return {}
  const { row, cells } = stored
  const named = isRecord(cells) ? { cells: textsIn(cells) } : {}
  return { refused: typeof row === 'string' ? { row, ...named } : named }
}

function textsIn(stored: unknown): Readonly<Record<string, string>> {
  if (!isRecord(stored)) return {}
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Cells of rows that come from the database are found through their submissions, not here. */
const NOWHERE: RowSource = { file: '', sheet: '', row: undefined, cellOf: () => undefined }

function valuesOf(
  names: readonly { readonly id: string; readonly name: string }[],
  row: SqlRow,
): Readonly<Record<string, CellValue>> {
  const values: Record<string, CellValue> = {}
  for (const { id, name } of names) {
    const cell = row[name]
    if (typeof cell === 'string' || typeof cell === 'boolean') values[id] = cell
    else if (typeof cell === 'number' || typeof cell === 'bigint') values[id] = String(cell)
  }
  return values
}
