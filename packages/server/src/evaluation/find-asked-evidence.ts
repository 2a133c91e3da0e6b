import { AskedEvidence } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../platform/db/database.ts'

/** Which evaluation is meant. */
export interface AskedOf {
  readonly county: string
  readonly pack: string
  readonly year: number
}

const Asked = Type.Array(AskedEvidence)

/**
 * By the newest evaluation of a county's year, an official one before previews: which materials with a condition are needed
 * by whom. Empty where nothing is evaluated, or by a version of the pack without conditions.
 */
export async function findAskedEvidence(db: Queries, asked: AskedOf): Promise<readonly AskedEvidence[]> {
  const [row] = await db.run<{ asked: unknown }>(
    `select assessment -> 'asked_evidence' as asked from evaluation_runs
     where county_code = $1 and pack_id = $2 and year = $3
     order by (status = 'official') desc, created_at desc, run_id limit 1`,
    [asked.county, asked.pack, asked.year],
  )
  return row !== undefined && Value.Check(Asked, row.asked) ? row.asked : []
}
