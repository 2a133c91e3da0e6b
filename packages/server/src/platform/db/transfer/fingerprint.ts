import type { Queries } from '../database.ts'
import { quoteName } from '../identifiers.ts'
import { columnList, type StoredTable } from './list-tables.ts'

/** Number of rows and a sum over their hashes: equal content gives equal fingerprints, in any order, on any engine. */
export interface Fingerprint {
  readonly rows: number
  readonly sum: string
}

/** Reads every row of a table. The session's time zone must be UTC: times are hashed as text. */
export async function fingerprintOf(queries: Queries, table: StoredTable): Promise<Fingerprint> {
  const [answer] = await queries.run<Fingerprint>(
    `select count(*) as rows, coalesce(sum(hashtextextended(row(${columnList(table)})::text, 0)::numeric), 0)::text as sum
     from ${quoteName(table.name)}`,
  )
  return answer ?? { rows: 0, sum: '0' }
}

export function sameFingerprint(one: Fingerprint, other: Fingerprint): boolean {
  return one.rows === other.rows && one.sum === other.sum
}
