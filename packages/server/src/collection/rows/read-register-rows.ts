import type { CellValue } from '@eduduty/core/collection'
import type { Queries, SqlRow } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { everyRow, type RowCondition } from './match-rows.ts'
import type { RegisterTable } from './register-table-of.ts'

/** One stored row of a submission: typed values, and what was refused as it was typed. */
export interface StoredRow {
  readonly rowNo: number
  readonly sourceRow: number | undefined
  readonly values: Readonly<Record<string, CellValue>>
  readonly refused: Readonly<Record<string, string>>
}

export interface RowsWanted {
  readonly county: string
  readonly submissionId: string
  /** Only these rows. */
  readonly rowNos?: readonly number[]
  /** Only rows of the units at these paths. */
  readonly paths?: readonly string[]
  /** Only rows that a search means. */
  readonly match?: RowCondition
  readonly offset?: number
  /** Only rows behind this one. */
  readonly after?: number
  /** Only rows ahead of this one: to count them. */
  readonly before?: number
  readonly limit?: number
  /** Kept from others until the end of the transaction. */
  readonly lock?: boolean
}

/** Rows of one submission in the order they came. */
export async function readRegisterRows(db: Queries, table: RegisterTable, wanted: RowsWanted): Promise<StoredRow[]> {
  const names = table.register.columns.map(({ id }) => ({ id, name: registerColumnName(id) }))
  const match = (wanted.match ?? everyRow)(8)
  const list = names.map(({ name }) => quoteName(name)).join(', ')
  const rows = await db.run(
    `select row_no, source_row, refused, ${list} from ${quoteName(table.name)}
     where county_code = $1 and submission_id = $2 and ($3::bigint[] is null or row_no = any($3::bigint[]))
       and ($6::text[] is null or org_path = any($6::text[])) and row_no > $7${match.sql}
     order by row_no limit $4 offset $5 ${wanted.lock === true ? 'for update' : ''}`,
    [
      wanted.county,
      wanted.submissionId,
      wanted.rowNos ?? null,
      wanted.limit ?? null,
      wanted.offset ?? 0,
      wanted.paths ?? null,
      wanted.after ?? -1,
      ...match.values,
    ],
  )
  return rows.map((row) => ({
    rowNo: Number(row.row_no),
    sourceRow: row.source_row === null ? undefined : Number(row.source_row),
    values: valuesOf(names, row),
    refused: refusedOf(row.refused),
  }))
}

/** Errors: `collection.row_not_found` for the first of `rowNos` that the submission does not have. */
export async function assertRows(
  db: Queries,
  table: RegisterTable,
  { county, submissionId }: Pick<RowsWanted, 'county' | 'submissionId'>,
  rowNos: readonly number[],
): Promise<void> {
  const rows = await db.run<{ row_no: number }>(
    `select row_no from ${quoteName(table.name)}
     where county_code = $1 and submission_id = $2 and row_no = any($3::bigint[])`,
    [county, submissionId, rowNos],
  )
  const known = new Set(rows.map(({ row_no }) => Number(row_no)))
  const unknown = rowNos.find((rowNo) => !known.has(rowNo))
  if (unknown !== undefined) throw new AppError('collection.row_not_found', { row: unknown })
}

export async function countRegisterRows(db: Queries, table: RegisterTable, wanted: RowsWanted): Promise<number> {
  const match = (wanted.match ?? everyRow)(4)
  const [row] = await db.run<{ rows: number }>(
    `select count(*) as rows from ${quoteName(table.name)}
     where county_code = $1 and submission_id = $2 and ($3::bigint is null or row_no < $3::bigint)${match.sql}`,
    [wanted.county, wanted.submissionId, wanted.before ?? null, ...match.values],
  )
  return row?.rows ?? 0
}

export function valuesOf(names: readonly { readonly id: string; readonly name: string }[], row: SqlRow) {
  const values: Record<string, CellValue> = {}
  for (const { id, name } of names) {
    const cell = row[name]
    if (typeof cell === 'string' || typeof cell === 'boolean') values[id] = cell
    else if (typeof cell === 'number' || typeof cell === 'bigint') values[id] = String(cell)
  }
  return values
}

export function refusedOf(stored: unknown): Readonly<Record<string, string>> {
  return typeof stored === 'object' && stored !== null && 'cells' in stored ? textsOf(stored.cells) : {}
}

/** Identity numbers that were refused, as they are stored: those of files lie beside their cells, typed ones in them. */
export function refusedNumbersOf(stored: unknown): Readonly<Record<string, string>> {
  const ofFile = typeof stored === 'object' && stored !== null && 'numbers' in stored ? textsOf(stored.numbers) : {}
  return { ...refusedOf(stored), ...ofFile }
}

function textsOf(stored: unknown): Readonly<Record<string, string>> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
  )
}
