import {
  type AppraisalDetail,
  describeAgreement,
  describeCredibility,
  isAppraisalAction,
  type TwiceRated,
} from '@eduduty/core/appraisal'
import { findRating, rulesOf } from '../adjustments/adjustment-rules.ts'
import { presentAdjustments } from '../adjustments/present-adjustments.ts'
import { readOutcomes } from '../outcomes/read-outcomes.ts'
import { whyNoOutcome } from '../outcomes/record-outcome.ts'
import { asked, isRated } from '../rating/hand-in-opinions.ts'
import { readVerified } from '../result/store-result.ts'
import { type AppraisalKey, type AppraisalRow, givenOf, ratedBy, selfOf, toleranceOf } from '../store/appraisal-row.ts'
import { type Appraisal, getAppraisal, ratable } from '../store/get-appraisal.ts'
import { areBothIn } from '../store/settlements.ts'
import { findLetter } from '../yearly/read-letters.ts'
import { readOwnRank, readOwnUnranked } from '../yearly/read-published.ts'
import { listPermits } from './list-permits.ts'
import { presentEntry } from './present-entry.ts'
import { presentItem } from './present-item.ts'
import { readAppeals, readEvents, readEvidence, readPublications, readResults } from './read-parts.ts'
import { type Sight, sightOf, type Viewer } from './sight.ts'

/** Everything of one appraisal that the viewer may see. Errors: `appraisal.not_found`. */
export async function readAppraisal(viewer: Viewer, key: AppraisalKey): Promise<AppraisalDetail> {
  const { ctx } = viewer
  const appraisal = await getAppraisal(ctx, key)
  const { row } = appraisal
  const sight = sightOf(viewer, appraisal)
  const evidence = await readEvidence(ctx, key)
  const verified = sight.seesResult && row.version > 0 ? await readVerified(ctx, row) : new Map()
  const results = sight.seesResult ? await readResults(ctx, key) : []
  const newest = results.find(({ version }) => version === row.version)
  const line = newest && { points: newest.rated.points.shown, grade: newest.rated.grade ?? null }
  const events = await readEvents(ctx, key)
  return {
    entry: presentEntry(viewer, appraisal, line),
    run: row.run_id,
    ...(await ruleOf(viewer, row)),
    tolerance_percent: row.tolerance_percent,
    publicity_days: row.publicity_days,
    appeal_days: row.appeal_days,
    ...datesOf(row),
    sections: sectionsOf(appraisal),
    items: appraisal.items.map((item) => presentItem({ ctx, appraisal, sight, evidence, verified }, item)),
    adjustments: await presentAdjustments(viewer, appraisal, sight, newest?.rated),
    permits: listPermits(viewer, appraisal, sight),
    assignments: sight.seesRaters ? assignmentsOf(viewer, appraisal) : [],
    ...agreementOf(appraisal, sight),
    ...(verified.size > 0 && {
      credibility: describeCredibility(
        ratable(appraisal).flatMap((item) => {
          const given = verified.get(item.item)
          return given === undefined ? [] : [{ item: ratedBy(item), self: selfOf(item), verified: given }]
        }),
        toleranceOf(row),
      ),
    }),
    results,
    publications: await readPublications(ctx, key),
    appeals: await readAppeals(ctx, key),
    ...(await afterwardsOf(viewer, appraisal, sight)),
    events: events
      .filter((one) => sight.seesRaters || !one.is_confidential)
      .map(({ is_confidential: _hidden, ...one }) => one)
      .filter(({ action }) => isAppraisalAction(action)),
  }
}

async function ruleOf(
  { ctx }: Viewer,
  row: AppraisalRow,
): Promise<Pick<AppraisalDetail, 'rating' | 'adjustment_rules'>> {
  const rating = await findRating(ctx, row)
  if (rating === undefined) return {}
  const ladder = rating.ladder.map(({ title, when }) => ({ title, ...(when !== undefined && { when }) }))
  const rules = rulesOf(rating)
  return {
    rating: { full: rating.full, ladder, basis: rating.basis, verified: rating.verified },
    ...(rules !== undefined && { adjustment_rules: rules }),
  }
}

/** Place, letter and outcomes: a unit sees its own, the place once it was published. */
async function afterwardsOf(viewer: Viewer, appraisal: Appraisal, sight: Sight) {
  const { ctx } = viewer
  const { row } = appraisal
  const key = { county: row.county_code, appraisalId: row.appraisal_id }
  const rank = sight.seesResult ? await readOwnRank(ctx, key, row.version) : undefined
  // Why a grade is open is part of the result; that there is none yet is known to everybody.
  const isTold = sight.seesResult || row.version === 0
  const unranked = isTold ? await readOwnUnranked(ctx, key, row.version) : undefined
  const letter = sight.seesResult ? await findLetter(ctx, key) : undefined
  const why = whyNoOutcome(viewer, appraisal)
  return {
    ...(rank !== undefined && { rank }),
    ...(unranked !== undefined && { unranked }),
    ...(letter !== undefined && { letter: { number: letter.number, dated_on: letter.dated_on } }),
    outcomes: await readOutcomes(ctx, key),
    ...(sight.may('appraisal.conclude') && {
      record_outcome: { allowed: why === undefined, ...(why !== undefined && { why: `${why.message}${why.advice}` }) },
    }),
  }
}

function datesOf(row: AppraisalRow) {
  return {
    ...(row.returned_until !== null && { returned_until: row.returned_until }),
    ...(row.publicity_until !== null && { publicity_until: row.publicity_until }),
    ...(row.appeal_until !== null && { appeal_until: row.appeal_until }),
  }
}

function sectionsOf({ items }: Appraisal): AppraisalDetail['sections'] {
  return [...new Map(items.map(({ section, section_title: title }) => [section, { section, title }])).values()]
}

function assignmentsOf({ ctx }: Viewer, appraisal: Appraisal): AppraisalDetail['assignments'] {
  return appraisal.assignments.map((one) => ({
    section: one.section,
    seat: one.seat,
    person_id: one.person_id,
    name: one.person_name,
    unit: one.unit_name,
    is_mine: one.person_id === ctx.actor.id,
    done: asked(appraisal, one).filter((item) => isRated(appraisal, one, item)).length,
    ...(one.handed_in_at !== null && { handed_in_at: one.handed_in_at }),
  }))
}

/** Only over sections that both raters have handed in, and only for those who see what they gave. */
function agreementOf(appraisal: Appraisal, sight: Sight): Pick<AppraisalDetail, 'agreement'> {
  const sections = new Set(ratable(appraisal).map(({ section }) => section))
  const seen = [...sections].filter((section) => areBothIn(appraisal, section) && sight.seesOpinions(section))
  if (seen.length === 0) return {}
  const rated = ratable(appraisal).flatMap((item): TwiceRated[] => {
    if (!seen.includes(item.section)) return []
    const [first, second] = [1, 2].map((seat) =>
      appraisal.opinions.find((one) => one.item === item.item && one.seat === seat),
    )
    if (first === undefined || second === undefined) return []
    return [
      {
        item: ratedBy(item),
        raters: [first.person_name, second.person_name],
        first: givenOf(first.points, first.level),
        second: givenOf(second.points, second.level),
      },
    ]
  })
  return { agreement: describeAgreement(rated) }
}
