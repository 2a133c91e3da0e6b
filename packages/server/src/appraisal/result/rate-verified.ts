import { type GivenRating, pointsOf } from '@eduduty/core/appraisal'
import { type RatedSubject, ratingViews } from '@eduduty/core/evaluation'
import { fromJson, rational } from '@eduduty/core/formula'
import { openRun } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { AdjustmentRow, AppraisalRow } from '../store/appraisal-row.ts'

/** By item: what counts. */
export type Verified = ReadonlyMap<string, GivenRating>

/** What of a unit people have made up their minds about. */
export interface Judged {
  readonly row: AppraisalRow
  readonly verified: Verified
  readonly adjustments: readonly AdjustmentRow[]
}

/**
 * Points, grade and effects as the pack gives them when the verified items stand in place of the computed ones and what was
 * granted is added and deducted. Errors: `evaluation.run_not_found`, `evaluation.run_outdated`.
 */
export async function rateVerified(ctx: Ctx, { row, verified, adjustments }: Judged): Promise<RatedSubject> {
  const granted = adjustments.flatMap(({ adjustment_id: id, rule_id: rule, decided_points: points }) =>
    points === null ? [] : [{ id, rule, points: fromJson(points) ?? rational.ZERO }],
  )
  const run = await openRun(ctx, { county: row.county_code, run: row.run_id })
  const { evaluation } = run.evaluate({
    find(node, subject) {
      const given = subject === row.subject ? verified.get(node) : undefined
      if (given === undefined) return undefined
      return { level: given.level, points: given.points === undefined ? undefined : pointsOf(given.points) }
    },
    adjustments: (rating, subject) => (rating === row.rating_id && subject === row.subject ? granted : []),
  })
  const rating = ratingViews(evaluation).find(({ id }) => id === row.rating_id)
  const rated = rating?.subjects.find(({ subject }) => subject === row.subject)
  if (rated === undefined) throw new Error(`the run ${row.run_id} no longer rates ${row.subject}`)
  return rated
}
