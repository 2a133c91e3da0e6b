import type { Queries } from '../../platform/db/database.ts'
import { childrenSql, findLedgerTables } from './ledger-tables.ts'

/**
 * Of children, by the indexes of their numbers, those whom no township of the county has in 适龄儿童少年名册 of the year.
 * `whole` reads all of the county: of a part nobody can say that a child is nowhere else. None where nobody has handed the
 * register in.
 */
export async function findUnlisted(
  whole: Queries,
  { county, year }: { readonly county: string; readonly year: number },
  indexes: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(indexes.filter((index) => index !== ''))]
  const { child_register: table } = await findLedgerTables(whole)
  if (asked.length === 0 || table === undefined) return new Set()
  const rows = await whole.run<{ index: string; is_listed: string }>(
    `with c as (${childrenSql(table)})
     select w.index, (w.index in (select c.index from c))::text as is_listed
     from unnest($3::text[]) w(index) where exists (select from c)`,
    [county, year, asked],
  )
  return new Set(rows.flatMap(({ index, is_listed: listed }) => (listed === 'false' ? [index] : [])))
}
