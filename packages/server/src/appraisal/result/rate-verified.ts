import { type GivenRating, pointsOf } from '@eduduty/core/appraisal'
import { type RatedSubject, ratingViews } from '@eduduty/core/evaluation'
import { openRun } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalRow } from '../store/appraisal-row.ts'

/** By item: what counts. */
export type Verified = ReadonlyMap<string, GivenRating>

/**
 * Points, grade and effects as the pack gives them when the verified items stand in place of the computed ones. Errors:
 * `evaluation.run_not_found`, `evaluation.run_outdated`.
 */
export async function rateVerified(ctx: Ctx, row: AppraisalRow, verified: Verified): Promise<RatedSubject> {
  const run = await openRun(ctx, { county: row.county_code, run: row.run_id })
  const { evaluation } = run.evaluate({
    find(node, subject) {
      const given = subject === row.subject ? verified.get(node) : undefined
      if (given === undefined) return undefined
      return { level: given.level, points: given.points === undefined ? undefined : pointsOf(given.points) }
    },
  })
  const rating = ratingViews(evaluation).find(({ id }) => id === row.rating_id)
  const rated = rating?.subjects.find(({ subject }) => subject === row.subject)
  if (rated === undefined) throw new Error(`the run ${row.run_id} no longer rates ${row.subject}`)
  return rated
}
