import { seats } from '@eduduty/core/appraisal'
import { type GrantInForce, rulesFor, type Verb } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { actorOf, unitsOf } from '../store/appraisal-facts.ts'
import { stateOf } from '../store/appraisal-row.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { areBothIn } from '../store/settlements.ts'

/** Whoever looks at appraisals, with what their posts allow. */
export interface Viewer {
  readonly ctx: Ctx
  readonly grants: readonly GrantInForce[]
}

/** What of an appraisal a person may see. The two raters stay hidden from each other, and all of it from the unit. */
export interface Sight {
  readonly may: (verb: Verb) => boolean
  readonly belongsToUnit: boolean
  /** Conducts, concludes or decides, and does not belong to the unit. */
  readonly isOffice: boolean
  readonly isRater: boolean
  /** Who rates, and how far they are. */
  readonly seesRaters: boolean
  /** What the raters of a section gave: once both are in, and never for the unit. */
  readonly seesOpinions: (section: string) => boolean
  /** What was verified in the end: the office at once, everybody else when it is made public. */
  readonly seesResult: boolean
  readonly mySeat: (section: string) => number | undefined
}

const officeVerbs = ['appraisal.plan', 'appraisal.conclude', 'appraisal.decide'] as const

export function sightOf({ ctx, grants }: Viewer, appraisal: Appraisal): Sight {
  const { row, assignments } = appraisal
  const may = (verb: Verb): boolean => rulesFor(grants, verb, row.org_path).length > 0
  const { belongsToUnit, isRater } = actorOf(ctx, appraisal, unitsOf(grants))
  const isOffice = !belongsToUnit && officeVerbs.some(may)
  const isRating = isRater && !belongsToUnit
  const state = stateOf(row)
  const isPublic = state === 'publicity' || state === 'appealed' || state === 'published'
  return {
    may,
    belongsToUnit,
    isOffice,
    isRater: isRating,
    seesRaters: isOffice || isRating || (belongsToUnit && may('appraisal.plan') && row.version > 0 && isPublic),
    seesOpinions: (section) => (isOffice || isRating) && areBothIn(appraisal, section),
    seesResult: isPublic || isOffice,
    mySeat: (section) =>
      isRating ? assignments.find((one) => one.section === section && one.person_id === ctx.actor.id)?.seat : undefined,
  }
}

export const isArbiter = (seat: number | undefined): boolean => seat === seats.arbiter
