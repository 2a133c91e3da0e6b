import type { Match } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import type { PlannedSide } from './match-plan.ts'
import { counterpartsSql, keyedRowsSql, keySql, rowsSql, SqlParameters } from './match-sql.ts'

export interface ExactPass {
  /** Rows of the side that take part. */
  readonly total: number
  /** Rows that no other side has under any exact key. */
  readonly unmatched: readonly number[]
}

interface PassWanted {
  readonly county: string
  readonly found: PlannedSide
  readonly others: readonly PlannedSide[]
  readonly match: Pick<Match, 'exact' | 'units'>
}

/**
 * Rosters that have just come in have no statistics yet: the planner takes them for short and would compare every row with
 * every other one. Holds to the end of the transaction.
 */
const joinByHash = (db: Queries): Promise<unknown> => db.run('set local enable_nestloop = off')

/**
 * Which rows of one side have no counterpart by number: an anti-join in the database, on blind indexes. In a transaction.
 */
export async function passExact(db: Queries, { county, found, others, match }: PassWanted): Promise<ExactPass> {
  await joinByHash(db)
  const counting = new SqlParameters()
  const [count] = await db.run<{ rows: number }>(
    `select count(*) as rows from ${rowsSql(found, 'l', county, counting)}`,
    counting.values,
  )
  const parameters = new SqlParameters()
  const rows = keyedRowsSql(found, match, county, parameters)
  const tests = counterpartsSql(found, others, match, county, parameters)
  const unmatched = await db.run<{ row_no: number }>(
    `select l.row_no from ${rows} where ${tests.map((test) => `not ${test}`).join(' and ') || 'true'}`,
    parameters.values,
  )
  return {
    total: Number(count?.rows ?? 0),
    unmatched: unmatched.map(({ row_no }) => Number(row_no)).toSorted((a, b) => a - b),
  }
}

/** Rows of one side that have a counterpart. In a transaction. */
export async function passBoth(db: Queries, wanted: PassWanted): Promise<readonly number[]> {
  const { county, found, others, match } = wanted
  await joinByHash(db)
  const matched = new Set<number>()
  for (const other of others)
    for (const role of match.exact) {
      const parameters = new SqlParameters()
      const rows = keyedRowsSql(found, match, county, parameters)
      const [test] = counterpartsSql(found, [other], { ...match, exact: [role] }, county, parameters)
      if (test === undefined) continue
      for (const { row_no } of await db.run<{ row_no: number }>(
        `select l.row_no from ${rows} where ${test}`,
        parameters.values,
      ))
        matched.add(Number(row_no))
    }
  return [...matched].toSorted((a, b) => a - b)
}

/** Rows of one side that stand under any of some blind indexes of the number. */
export async function findRowsOf(
  db: Queries,
  county: string,
  side: PlannedSide,
  subjects: readonly string[],
): Promise<readonly number[]> {
  const key = keySql(side, 'identity', 'l')
  if (key === undefined || subjects.length === 0) return []
  const parameters = new SqlParameters()
  const rows = await db.run<{ row_no: number }>(
    `select l.row_no from ${rowsSql(side, 'l', county, parameters)} where ${key} = any(${parameters.add(subjects)}::text[])`,
    parameters.values,
  )
  return rows.map(({ row_no }) => Number(row_no))
}
