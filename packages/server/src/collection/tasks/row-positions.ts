import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import type { RegisterTable } from '../rows/register-table-of.ts'
import type { TaskRow } from './task-row.ts'

/**
 * Which rows of a roster, from 1, have these numbers. Numbers are never given twice, so that they grow with every file
 * that is sent anew; people count from the top.
 */
export async function findRowPositions(
  db: Queries,
  { name }: RegisterTable,
  { county_code: county, submission_id: submission }: Pick<TaskRow, 'county_code' | 'submission_id'>,
  rowNos: readonly number[],
): Promise<Record<string, number>> {
  const wanted = [...new Set(rowNos)].filter((rowNo) => rowNo > 0)
  if (submission === null || wanted.length === 0) return {}
  const own = `from ${quoteName(name)} where county_code = $1 and submission_id = $2`
  const [all] = await db.run<{ least: number; most: number; rows: number }>(
    `select min(row_no)::float8 as least, max(row_no)::float8 as most, count(*)::integer as rows ${own}`,
    [county, submission],
  )
  if (all === undefined) return {}
  // A file comes in without gaps; only rows added or removed by hand make some.
  if (all.most - all.least + 1 === all.rows)
    return Object.fromEntries(
      wanted.flatMap((rowNo) =>
        rowNo < all.least || rowNo > all.most ? [] : [[String(rowNo), rowNo - all.least + 1] as const],
      ),
    )
  const found = await db.run<{ row_no: number; position: number }>(
    `select row_no::float8 as row_no, position::integer as position
     from (select row_no, row_number() over (order by row_no) as position ${own}) numbered
     where row_no = any($3::bigint[])`,
    [county, submission, wanted],
  )
  return Object.fromEntries(found.map(({ row_no, position }) => [String(row_no), position]))
}
