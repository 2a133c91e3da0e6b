import type { AppraisalOffers } from '@eduduty/core/appraisal'
import { getAssessment } from '../../evaluation/index.ts'
import { belongsTo, unitsOf } from '../store/appraisal-facts.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { listRatedUnits } from './rated-run.ts'

/** Runs looked at, newest first; of each pack and year only the newest of a kind is worth appraising. */
const LOOKED_AT = 20

interface Candidate {
  readonly county_code: string
  readonly run_id: string
  readonly created_at: string
  readonly status: string
}

/** What can be appraised within the caller's reach: the newest run of each pack and year that rates somebody. */
export async function offerAppraisals({ ctx, grants }: Acting): Promise<AppraisalOffers> {
  const runs = await ctx.db.run<Candidate>(
    `select county_code, run_id, created_at, status from (
       select distinct on (county_code, pack_id, year, status) county_code, run_id, created_at, status
       from evaluation_runs where jsonb_array_length(coalesce(assessment -> 'ratings', '[]')) > 0
       order by county_code, pack_id, year, status, created_at desc) newest
     order by created_at desc, run_id limit ${LOOKED_AT}`,
  )
  const offers: AppraisalOffers['offers'] = []
  for (const run of runs) {
    const assessment = await getAssessment(ctx.db, { county: run.county_code, run: run.run_id })
    const taken = await ctx.db.run<{ rating_id: string; subject: string }>(
      `select rating_id, subject from appraisal_appraisals
       where county_code = $1 and pack_id = $2 and year = $3 and state <> 'cancelled'`,
      [run.county_code, assessment.run.pack.id, assessment.run.year],
    )
    const ratings = []
    for (const rating of assessment.ratings ?? []) {
      const units = await listRatedUnits(ctx, assessment, rating)
      ratings.push({
        rating: rating.id,
        title: rating.title,
        full: rating.full,
        items: rating.subjects[0]?.items.length ?? 0,
        subjects: units.map(({ subject, name, path }) => ({
          subject: subject.subject,
          name,
          is_open: taken.some((one) => one.rating_id === rating.id && one.subject === subject.subject),
          is_own: belongsTo(ctx, unitsOf(grants), path),
        })),
      })
    }
    offers.push({
      run: run.run_id,
      created_at: run.created_at,
      year: assessment.run.year,
      county_code: run.county_code,
      county_name: assessment.run.county.name,
      pack_title: assessment.run.pack.title,
      is_official: run.status === 'official',
      ratings,
    })
  }
  return { offers }
}
