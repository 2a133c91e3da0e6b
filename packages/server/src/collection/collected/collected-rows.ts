import type { CellValue } from '@eduduty/core/collection'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { isSealed, registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { refusedOf, valuesOf } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'

/** One row of a register with what is needed to tell where it stands. */
export interface CollectedRow {
  readonly submissionId: string
  readonly path: OrgPath
  readonly rowNo: number
  /** Position in its submission, from 0. */
  readonly ordinal: number
  readonly fileId: string | undefined
  readonly sheetNo: number | undefined
  /** Line in the sheet, from 1. */
  readonly sourceRow: number | undefined
  readonly values: Readonly<Record<string, CellValue>>
  readonly refused: { readonly row?: string; readonly cells?: Readonly<Record<string, string>> } | undefined
}

/**
 * All rows that some submissions have in a register, by unit and in the order they came. What is sealed stays so: equal
 * contents stay equal, and no number of a person leaves the table.
 */
export async function readCollectedRows(
  db: Queries,
  pack: TaskPack,
  register: Register,
  { county, submissionIds }: { readonly county: string; readonly submissionIds: readonly string[] },
): Promise<readonly CollectedRow[]> {
  if (submissionIds.length === 0) return []
  const table = await getRegisterTable(db, pack, register)
  const names = register.columns.map(({ id }) => ({ id, name: registerColumnName(id) }))
  const sealed = register.columns.filter(isSealed).map(({ id }) => id)
  const rows = await db.run(
    `select submission_id, org_path, row_no, file_id, sheet_no, source_row, exact_values, refused,
       row_number() over (partition by submission_id order by row_no) - 1 as ordinal,
       ${names.map(({ name }) => quoteName(name)).join(', ')}
     from ${quoteName(table.name)} where county_code = $1 and submission_id = any($2::text[])
     order by org_path, year, row_no`,
    [county, submissionIds],
  )
  return rows.map((row) => {
    const values: Record<string, CellValue> = { ...valuesOf(names, row), ...textsIn(row.exact_values) }
    for (const id of sealed) if (typeof values[id] === 'string') values[id] = sealedMark(values[id])
    return {
      submissionId: String(row.submission_id),
      path: String(row.org_path),
      rowNo: Number(row.row_no),
      ordinal: Number(row.ordinal),
      fileId: typeof row.file_id === 'string' ? row.file_id : undefined,
      sheetNo: typeof row.sheet_no === 'number' ? row.sheet_no : undefined,
      sourceRow: typeof row.source_row === 'number' ? row.source_row : undefined,
      values,
      refused: refusedIn(row.refused, sealed),
    }
  })
}

/** 密文 and the beginning of the blind index. */
const sealedMark = (stored: string): string => `密文${stored.slice(0, Math.min(12, stored.indexOf(':')))}`

function refusedIn(stored: unknown, sealed: readonly string[]): CollectedRow['refused'] {
  const cells = Object.fromEntries(
    Object.entries(refusedOf(stored)).map(([id, text]) => [id, sealed.includes(id) ? sealedMark(text) : text]),
  )
  const row = typeof stored === 'object' && stored !== null && 'row' in stored ? stored.row : undefined
  if (typeof row !== 'string' && Object.keys(cells).length === 0) return undefined
  return { ...(typeof row === 'string' && { row }), ...(Object.keys(cells).length > 0 && { cells }) }
}

function textsIn(stored: unknown): Readonly<Record<string, string>> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
  )
}
