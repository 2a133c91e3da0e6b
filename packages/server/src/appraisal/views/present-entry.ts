import { type AppraisalEntry, type AppraisalState, appraisalHolderOf } from '@eduduty/core/appraisal'
import { asked } from '../rating/hand-in-opinions.ts'
import { isOwnUnit } from '../self/assert-own-unit.ts'
import { actorOf, factsOf } from '../store/appraisal-facts.ts'
import { type AppraisalRow, stateOf } from '../store/appraisal-row.ts'
import { type Appraisal, ratable } from '../store/get-appraisal.ts'
import { type Sight, sightOf, type Viewer } from './sight.ts'

export interface ResultLine {
  readonly points: string
  readonly grade: string | null
}

/** One line of the list. `result`: of the version that stands. */
export function presentEntry(viewer: Viewer, appraisal: Appraisal, result: ResultLine | undefined): AppraisalEntry {
  const { row, assignments } = appraisal
  const state = stateOf(row)
  const sight = sightOf(viewer, appraisal)
  const items = ratable(appraisal)
  const until = untilOf(row, state)
  const shown = sight.seesResult ? result : undefined
  return {
    county_code: row.county_code,
    appraisal_id: row.appraisal_id,
    pack_title: row.pack_title,
    rating_title: row.rating_title,
    year: row.year,
    subject_name: row.subject_name,
    state,
    state_at: row.state_at,
    state_by: sight.seesRaters || state !== 'concluded' ? row.state_by : '',
    holder: { side: appraisalHolderOf(state), ...(until !== undefined && { until }) },
    self_until: row.self_until,
    rate_until: row.rate_until,
    items: items.length,
    self_rated: items.filter(({ self_at: at }) => at !== null).length,
    ...(sight.seesRaters && {
      handed_in: assignments.filter(({ handed_in_at: at }) => at !== null).length,
      // A third rater has something to hand in only where the two differ.
      assigned: assignments.filter((one) => one.handed_in_at !== null || asked(appraisal, one).length > 0).length,
    }),
    ...(shown !== undefined && { points: shown.points, ...(shown.grade !== null && { grade: shown.grade }) }),
    version: sight.seesResult ? row.version : 0,
    ...(sight.isOffice && { open_adjustments: factsOf(appraisal).openAdjustments }),
    at_me: isAtMe(viewer, appraisal, sight),
  }
}

/** Last day of the present step. */
function untilOf(row: AppraisalRow, state: AppraisalState): string | undefined {
  switch (state) {
    case 'self_rating':
      return row.returned_until ?? row.self_until
    case 'self_reported':
    case 'rating':
      return row.rate_until
    case 'publicity':
      return row.publicity_until ?? undefined
    case 'concluded':
    case 'appealed':
    case 'published':
    case 'cancelled':
      return undefined
  }
}

/** Whether it is the viewer's turn. */
function isAtMe({ ctx, grants }: Viewer, appraisal: Appraisal, sight: Sight): boolean {
  const { row } = appraisal
  switch (stateOf(row)) {
    case 'self_rating':
      return (
        sight.may('appraisal.self_rate') &&
        isOwnUnit({ ...ctx, scopes: grants.map(({ scope }) => scope) }, grants, row.org_path)
      )
    case 'self_reported':
      return sight.isOffice && (sight.may('appraisal.plan') || maySettle(ctx.actor.id, appraisal, sight))
    case 'rating':
      return (
        isRatersTurn(ctx.actor.id, appraisal) ||
        (sight.isOffice && sight.may('appraisal.conclude') && areAllIn(appraisal)) ||
        (sight.isOffice && maySettle(ctx.actor.id, appraisal, sight))
      )
    case 'concluded':
    case 'publicity':
      return sight.isOffice && sight.may('appraisal.conclude')
    case 'appealed': {
      const { isRater, hasConcluded } = actorOf(ctx, appraisal)
      return sight.may('appraisal.decide') && !sight.belongsToUnit && !isRater && !hasConcluded
    }
    case 'published':
    case 'cancelled':
      return false
  }
}

/** Somebody else has proposed to add or deduct something. */
const maySettle = (person: string, { adjustments }: Appraisal, sight: Sight): boolean =>
  sight.may('appraisal.conclude') &&
  adjustments.some(({ state, proposer_id: proposer }) => state === 'proposed' && proposer !== person)

const isRatersTurn = (person: string, appraisal: Appraisal): boolean =>
  appraisal.assignments.some(
    (one) => one.person_id === person && one.handed_in_at === null && asked(appraisal, one).length > 0,
  )

const areAllIn = (appraisal: Appraisal): boolean =>
  appraisal.assignments.every((one) => one.handed_in_at !== null || asked(appraisal, one).length === 0)
