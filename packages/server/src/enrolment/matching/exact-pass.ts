import type { Match } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import type { PlannedSide } from './match-plan.ts'
import { counterpartsSql, keyedRowsSql, rowsSql, SqlParameters } from './match-sql.ts'

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
  readonly exact: Match['exact']
}

/** Which rows of one side have no counterpart by number: an anti-join in the database, on blind indexes. */
export async function passExact(db: Queries, { county, found, others, exact }: PassWanted): Promise<ExactPass> {
  const counting = new SqlParameters()
  const [count] = await db.run<{ rows: number }>(
    `select count(*) as rows from ${rowsSql(found, 'l', county, counting)}`,
    counting.values,
  )
  const parameters = new SqlParameters()
  const rows = keyedRowsSql(found, exact, county, parameters)
  const tests = counterpartsSql(found, others, exact, county, parameters)
  const unmatched = await db.run<{ row_no: number }>(
    `select l.row_no from ${rows} where ${tests.map((test) => `not ${test}`).join(' and ') || 'true'}`,
    parameters.values,
  )
  return {
    total: Number(count?.rows ?? 0),
    unmatched: unmatched.map(({ row_no }) => Number(row_no)).toSorted((a, b) => a - b),
  }
}

/** Rows of one side that have a counterpart. */
export async function passBoth(db: Queries, wanted: PassWanted): Promise<readonly number[]> {
  const { county, found, others, exact } = wanted
  const matched = new Set<number>()
  for (const other of others)
    for (const role of exact) {
      const parameters = new SqlParameters()
      const rows = keyedRowsSql(found, exact, county, parameters)
      const [test] = counterpartsSql(found, [other], [role], county, parameters)
      if (test === undefined) continue
      for (const { row_no } of await db.run<{ row_no: number }>(
        `select l.row_no from ${rows} where ${test}`,
        parameters.values,
      ))
        matched.add(Number(row_no))
    }
  return [...matched].toSorted((a, b) => a - b)
}
