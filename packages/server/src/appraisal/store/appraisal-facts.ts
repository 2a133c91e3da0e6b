import {
  type AppraisalActor,
  type AppraisalFacts,
  type AppraisalRefusal,
  appraisalStates,
  seats,
} from '@eduduty/core/appraisal'
import type { GrantInForce } from '@eduduty/core/identity'
import { isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type AssignmentRow, stateOf } from './appraisal-row.ts'
import { type Appraisal, ratable } from './get-appraisal.ts'
import { settlementOf } from './settlements.ts'

/** What decisions stand on, and by title what they may be refused for. */
export interface StoredFacts extends AppraisalFacts {
  readonly open: Readonly<Partial<Record<AppraisalRefusal, readonly string[]>>>
}

export function factsOf(appraisal: Appraisal): StoredFacts {
  const { row } = appraisal
  const rated = ratable(appraisal)
  const unrated = rated.filter(({ self_at: at }) => at === null)
  const returns = rated.filter(({ is_return_open: isOpen }) => isOpen)
  const unassigned = rated.filter(({ section }) => !hasBothSeats(appraisal, section))
  const owed = owedBy(appraisal)
  const unsettled = rated.filter((item) => settlementOf(appraisal, item).state === 'differs')
  const unsettledPoints = appraisal.adjustments.filter(({ state }) => state === 'proposed')
  const titles = (items: readonly { readonly title: string }[]): readonly string[] => items.map(({ title }) => title)
  return {
    state: stateOf(row),
    selfUntil: row.self_until,
    rateUntil: row.rate_until,
    returnedUntil: row.returned_until ?? undefined,
    publicityUntil: row.publicity_until ?? undefined,
    appealUntil: row.appeal_until ?? undefined,
    unratedItems: unrated.length,
    openReturns: returns.length,
    unassignedItems: unassigned.length,
    owedOpinions: owed.length,
    unsettledItems: unsettled.length,
    openAppeals: appraisal.openAppeals,
    openAdjustments: unsettledPoints.length,
    open: {
      has_unrated: titles(unrated),
      has_open_returns: titles(returns),
      has_unassigned: titles(unassigned),
      has_owed: owed.map((one) => `${one.person_name}：${sectionTitle(appraisal, one.section)}`),
      has_unsettled: titles(unsettled),
      has_open_adjustments: titles(unsettledPoints),
    },
  }
}

const hasBothSeats = ({ assignments }: Appraisal, section: string): boolean =>
  [seats.first, seats.second].every((seat) => assignments.some((one) => one.section === section && one.seat === seat))

/** Of the first two; the third has something to do only where they differ. */
function owedBy(appraisal: Appraisal): readonly AssignmentRow[] {
  const sections = new Set(ratable(appraisal).map(({ section }) => section))
  return appraisal.assignments.filter(
    ({ section, seat, handed_in_at: at }) => seat !== seats.arbiter && at === null && sections.has(section),
  )
}

export function sectionTitle({ items }: Pick<Appraisal, 'items'>, section: string): string {
  return items.find((one) => one.section === section)?.section_title ?? section
}

/** Whether somebody belongs to a unit that is rated. `units`: where their posts stand, besides their own unit. */
export function belongsTo(ctx: Pick<Ctx, 'actor'>, units: readonly OrgPath[], rated: OrgPath): boolean {
  return [ctx.actor.path, ...units].some((path) => isWithin(path, rated))
}

/** Where the posts of a person stand. */
export const unitsOf = (grants: readonly GrantInForce[]): readonly OrgPath[] => grants.map(({ unit }) => unit)

/** What somebody has to do with an appraisal. */
export function actorOf(ctx: Pick<Ctx, 'actor'>, appraisal: Appraisal, units: readonly OrgPath[] = []): AppraisalActor {
  const { row, assignments, adjustments } = appraisal
  const { id } = ctx.actor
  return {
    belongsToUnit: belongsTo(ctx, units, row.org_path),
    isRater: assignments.some(({ person_id: person }) => person === id),
    hasConcluded: row.concluded_by === id,
    hasAdjusted: adjustments.some(
      ({ state, proposer_id: proposer, decider_id: decider }) =>
        state !== 'withdrawn' && (proposer === id || decider === id),
    ),
  }
}

/** Things that a refusal names; of more it says how many. */
const NAMED = 5

/** A refusal in words, with the unit, dates and items that it speaks of. */
export function refusalOf({ row }: Appraisal, facts: StoredFacts, refused: AppraisalRefusal): AppError {
  const what = facts.open[refused] ?? []
  const named = what.slice(0, NAMED).map((title) => `“${title}”`)
  return new AppError(`appraisal.${refused}`, {
    unit: row.subject_name,
    state: appraisalStates[facts.state],
    self_until: facts.returnedUntil ?? facts.selfUntil,
    rate_until: facts.rateUntil,
    publicity_until: facts.publicityUntil ?? '',
    appeal_until: facts.appealUntil ?? '',
    tolerance: row.tolerance_percent,
    count: what.length,
    what: `${named.join('、')}${what.length > NAMED ? '等' : ''}`,
  })
}
