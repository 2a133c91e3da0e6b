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

/** A unit of which an evaluation judges nothing at a grain, by the code under which it knows the unit. */
const LeftOut = Type.Object({
  grain: Type.String(),
  unit: Type.String(),
  reason: Type.String({ description: '为什么不列入' }),
})

const Owing = Type.Object({ asked: Type.Array(AskedEvidence), left_out: Type.Array(LeftOut) })

/** What an evaluation knows of who owes materials. */
export interface WhoOwes {
  /** Materials with a condition, each with those who do and do not owe it. */
  readonly asked: readonly AskedEvidence[]
  readonly leftOut: readonly { readonly grain: string; readonly unit: string; readonly reason: string }[]
}

const NOTHING: WhoOwes = { asked: [], leftOut: [] }

/**
 * By the newest evaluation of a county's year, an official one before previews: whom it asks materials of, and whom it leaves
 * out. A unit with several subjects (stages) is left out where all of them are; without any at a grain, where it is left out as
 * a whole. Nothing where nothing is evaluated.
 */
export async function findWhoOwes(db: Queries, of: AskedOf): Promise<WhoOwes> {
  const [row] = await db.run<{ asked: unknown; left_out: unknown }>(
    `with newest as materialized (
       select assessment -> 'asked_evidence' as asked, assessment -> 'subjects' as subjects from evaluation_runs
       where county_code = $1 and pack_id = $2 and year = $3
       order by (status = 'official') desc, created_at desc, run_id limit 1),
     known as (
       select grain, unit, bool_or(included) as included, string_agg(distinct exclusion ->> 'reason', '；') as reason
       from newest, jsonb_to_recordset(subjects) as s (grain text, unit text, included boolean, exclusion jsonb)
       where unit is not null group by grain, unit),
     whole as (
       select unit, string_agg(distinct reason, '；') as reason from known group by unit having not bool_or(included)),
     out as (
       select grain, unit, reason from known where not included
       union all
       select grains.grain, whole.unit, whole.reason from whole, (select distinct grain from known) grains
       where not exists (select from known k where k.grain = grains.grain and k.unit = whole.unit))
     select coalesce(asked, '[]') as asked, coalesce((select jsonb_agg(jsonb_build_object('grain', grain, 'unit', unit,
         'reason', reason) order by grain, unit) from out where reason is not null), '[]') as left_out
     from newest`,
    [of.county, of.pack, of.year],
  )
  if (row === undefined || !Value.Check(Owing, row)) return NOTHING
  return { asked: row.asked, leftOut: row.left_out }
}
