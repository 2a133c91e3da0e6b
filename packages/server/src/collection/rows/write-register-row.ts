import type { CellValue } from '@eduduty/core/collection'
import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { RegisterTable } from './register-table-of.ts'

/** Cells of one row to be changed: a value, or undefined for 未报. */
export interface RowChange {
  readonly rowNo: number
  readonly values: ReadonlyMap<string, CellValue | undefined>
  /** All refused cells of the row after the change. */
  readonly refused: Readonly<Record<string, string>>
}

interface Owner {
  readonly county: string
  readonly submissionId: string
}

/** Changes cells of one row of a submission. The values have the type of their columns. */
export async function changeRegisterRow(
  db: Queries,
  table: RegisterTable,
  owner: Owner,
  change: RowChange,
): Promise<void> {
  const ids = [...change.values.keys()]
  const sets = ids.map(
    (id, index) => `${quoteName(registerColumnName(id))} = $${index + 5}::text::${table.types.get(id) ?? 'text'}`,
  )
  await db.run(
    `update ${quoteName(table.name)} set refused = $4::jsonb, exact_values = exact_values - $${ids.length + 5}::text[]
       ${sets.map((set) => `, ${set}`).join('')}
     where county_code = $1 and submission_id = $2 and row_no = $3`,
    [
      owner.county,
      owner.submissionId,
      change.rowNo,
      refusedText(change.refused),
      ...ids.map((id) => textOf(change.values.get(id))),
      ids,
    ],
  )
}

export interface NewRows extends Owner {
  readonly year: number
  readonly path: string
  readonly rows: readonly {
    readonly values: Readonly<Record<string, CellValue>>
    readonly refused: Readonly<Record<string, string>>
    readonly fileId?: string
    readonly sheetNo?: number
    readonly sourceRow?: number
  }[]
}

/** Adds rows to a submission; returns their numbers in the order given. */
export async function addRegisterRows(db: Queries, table: RegisterTable, added: NewRows): Promise<number[]> {
  const numbers: number[] = []
  const ids = table.register.columns.map(({ id }) => id)
  const names = ids.map((id) => quoteName(registerColumnName(id)))
  const casts = ids.map((id, index) => `$${index + 9}::text::${table.types.get(id) ?? 'text'}`)
  for (const row of added.rows) {
    const [stored] = await db.run<{ row_no: number }>(
      `insert into ${quoteName(table.name)} (county_code, year, org_path, submission_id, file_id, sheet_no, source_row,
         refused, ${names.join(', ')})
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, ${casts.join(', ')}) returning row_no`,
      [
        added.county,
        added.year,
        added.path,
        added.submissionId,
        row.fileId ?? null,
        row.sheetNo ?? null,
        row.sourceRow ?? null,
        refusedText(row.refused),
        ...ids.map((id) => textOf(row.values[id])),
      ],
    )
    if (stored !== undefined) numbers.push(Number(stored.row_no))
  }
  return numbers
}

/** Takes rows out of a submission; returns how many there were. */
export async function removeRegisterRows(
  db: Queries,
  table: RegisterTable,
  owner: Owner,
  rowNos: readonly number[],
): Promise<number> {
  const removed = await db.run(
    `delete from ${quoteName(table.name)} where county_code = $1 and submission_id = $2 and row_no = any($3::bigint[])
     returning row_no`,
    [owner.county, owner.submissionId, rowNos],
  )
  return removed.length
}

/** Copies every row of one submission into another; the rows keep their sources. */
export async function copyRegisterRows(db: Queries, table: RegisterTable, from: Owner, to: Owner): Promise<void> {
  const ids = table.register.columns.map(({ id }) => quoteName(registerColumnName(id)))
  const kept = [
    'county_code',
    'year',
    'org_path',
    'file_id',
    'sheet_no',
    'source_row',
    'exact_values',
    'refused',
    ...ids,
  ]
  await db.run(
    `insert into ${quoteName(table.name)} (submission_id, ${kept.join(', ')})
     select $3, ${kept.join(', ')} from ${quoteName(table.name)} where county_code = $1 and submission_id = $2
     order by row_no`,
    [from.county, from.submissionId, to.submissionId],
  )
}

const refusedText = (cells: Readonly<Record<string, string>>): string | null =>
  Object.keys(cells).length === 0 ? null : JSON.stringify({ cells })

const textOf = (value: CellValue | undefined): string | null => (value === undefined ? null : String(value))
