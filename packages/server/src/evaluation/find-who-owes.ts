import { AskedEvidence, type LeftOut, leftOutOf, UnitSubject } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../platform/db/database.ts'

/** Which evaluation is meant. */
export interface AskedOf {
  readonly county: string
  readonly pack: string
  readonly year: number
}

const Found = Type.Object({ asked: Type.Array(AskedEvidence), subjects: Type.Array(UnitSubject) })

/** What an evaluation knows of who owes materials. */
export interface WhoOwes {
  /** Materials with a condition, each with those who do and do not owe it. */
  readonly asked: readonly AskedEvidence[]
  readonly leftOut: readonly LeftOut[]
}

const NOTHING: WhoOwes = { asked: [], leftOut: [] }

/**
 * By the newest evaluation of a county's year, an official one before previews: whom it asks materials of, and whom it leaves
 * out. Nothing where nothing is evaluated.
 */
export async function findWhoOwes(db: Queries, of: AskedOf): Promise<WhoOwes> {
  const [row] = await db.run<{ asked: unknown; subjects: unknown }>(
    `with newest as materialized (
       select assessment -> 'asked_evidence' as asked, assessment -> 'subjects' as subjects from evaluation_runs
       where county_code = $1 and pack_id = $2 and year = $3
       order by (status = 'official') desc, created_at desc, run_id limit 1)
     select coalesce(asked, '[]') as asked, coalesce((
       select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('grain', grain, 'unit', unit, 'included', included,
         'reason', exclusion ->> 'reason')))
       from jsonb_to_recordset(subjects) as s (grain text, unit text, included boolean, exclusion jsonb)
       where unit is not null), '[]') as subjects
     from newest`,
    [of.county, of.pack, of.year],
  )
  if (row === undefined || !Value.Check(Found, row)) return NOTHING
  return { asked: row.asked, leftOut: leftOutOf(row.subjects) }
}
