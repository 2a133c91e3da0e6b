import type { Queries } from '../../platform/db/database.ts'
import { countRegisterRows } from './read-register-rows.ts'
import type { RegisterTable } from './register-table-of.ts'

/** Rows of one task that are checked as a whole each time. */
const CHECKED_AT_ONCE = 3_000

/** A roster of more rows is checked row by row when it comes in and before it is handed in (`checkGreatRoster`). */
export async function isGreatRoster(
  db: Queries,
  table: RegisterTable,
  own: { readonly county: string; readonly submissionId: string },
): Promise<boolean> {
  return (await countRegisterRows(db, table, own)) > CHECKED_AT_ONCE
}
