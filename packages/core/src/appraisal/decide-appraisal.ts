import type { AppraisalAction, AppraisalState } from './appraisal-states.ts'

/** What a decision about an appraisal stands on. Dates are `YYYY-MM-DD`; the last day counts. */
export interface AppraisalFacts {
  readonly state: AppraisalState
  readonly selfUntil: string
  readonly rateUntil: string
  /** Last day of a return; absent where nothing was returned. */
  readonly returnedUntil?: string | undefined
  readonly publicityUntil?: string | undefined
  readonly appealUntil?: string | undefined
  /** Items whose self-rating is not complete. */
  readonly unratedItems: number
  /** Returned items that nobody has changed or confirmed since. */
  readonly openReturns: number
  /** Items that lack one of the two raters. */
  readonly unassignedItems: number
  /** Ratings that assigned raters have not handed in. */
  readonly owedOpinions: number
  /** Items on which the two differ too much, and that nobody has settled. */
  readonly unsettledItems: number
  readonly openAppeals: number
  /** 加分、扣分 that nobody has decided. */
  readonly openAdjustments: number
}

/** What the person who asks has to do with the unit rated and with the rating so far. */
export interface AppraisalActor {
  /** A post of theirs lies in the unit that is rated, or below it. */
  readonly belongsToUnit: boolean
  /** Sits at one of the raters' seats. */
  readonly isRater: boolean
  /** Drew up the conclusion. */
  readonly hasConcluded: boolean
  /** Proposed or decided a 加分 or 扣分. */
  readonly hasAdjusted: boolean
}

/** What moves an appraisal on; what follows from a result that is out is recorded beside it. */
export type AppraisalDeed = Exclude<AppraisalAction, 'open' | 'letter' | 'outcome' | 'strike_outcome'>

/** Why something cannot be done now; each has its sentence in the error table as `appraisal.<code>`. */
export type AppraisalRefusal =
  | 'not_self_rating'
  | 'not_reported'
  | 'not_rating'
  | 'not_concluded'
  | 'not_public'
  | 'not_appealed'
  | 'closed'
  | 'already_rating'
  | 'already_concluded'
  | 'already_public'
  | 'self_past_due'
  | 'rate_past_due'
  | 'appeal_past_due'
  | 'has_unrated'
  | 'has_open_returns'
  | 'has_unassigned'
  | 'has_owed'
  | 'has_unsettled'
  | 'has_open_appeal'
  | 'has_open_adjustments'
  | 'still_public'
  | 'still_appealable'
  | 'own_unit'
  | 'not_rater'
  | 'had_a_hand'

export type AppraisalDecision =
  | { readonly next: AppraisalState; readonly refused?: undefined }
  | { readonly refused: AppraisalRefusal; readonly next?: undefined }

const refused = (code: AppraisalRefusal): AppraisalDecision => ({ refused: code })
const next = (state: AppraisalState): AppraisalDecision => ({ next: state })

/** Whether `deed` may be done by `actor` on `today`, and what state follows. Rights by post are asked elsewhere. */
export function decideAppraisal(
  facts: AppraisalFacts,
  deed: AppraisalDeed,
  actor: AppraisalActor,
  today: string,
): AppraisalDecision {
  const { state } = facts
  if (state === 'published' || state === 'cancelled') return refused('closed')
  switch (deed) {
    case 'rate_self':
    case 'report':
    case 'withdraw':
    case 'apply':
      return decideSelfRating(facts, deed, today)
    case 'return':
    case 'assign':
    case 'start':
    case 'extend':
    case 'cancel':
    case 'propose':
    case 'settle':
      return actor.belongsToUnit ? refused('own_unit') : decideConduct(facts, deed)
    case 'retract':
      // Whose it is, and whether it is still open, is asked of the 加分 or 扣分 itself.
      return isBeforeConclusion(state) ? next(state) : refused('already_concluded')
    case 'opine':
    case 'hand_in':
      return decideOpinion(facts, actor, today)
    case 'conclude':
    case 'announce':
    case 'publish':
      return actor.belongsToUnit ? refused('own_unit') : decideResult(facts, deed, today)
    case 'appeal':
      return decideAppeal(facts, today)
    case 'decide':
      if (state !== 'appealed') return refused('not_appealed')
      if (actor.belongsToUnit) return refused('own_unit')
      return actor.isRater || actor.hasConcluded || actor.hasAdjusted ? refused('had_a_hand') : next('publicity')
  }
}

function decideSelfRating(
  facts: AppraisalFacts,
  deed: 'rate_self' | 'report' | 'withdraw' | 'apply',
  today: string,
): AppraisalDecision {
  const { state } = facts
  const isPastDue = today > (facts.returnedUntil ?? facts.selfUntil)
  if (deed === 'withdraw') {
    if (state !== 'self_reported') return refused(state === 'self_rating' ? 'not_reported' : 'already_rating')
    // What is taken back too late could not be reported again.
    return isPastDue ? refused('self_past_due') : next('self_rating')
  }
  if (state !== 'self_rating') return refused('not_self_rating')
  if (isPastDue) return refused('self_past_due')
  if (deed === 'rate_self' || deed === 'apply') return next('self_rating')
  if (facts.unratedItems > 0) return refused('has_unrated')
  return facts.openReturns > 0 ? refused('has_open_returns') : next('self_reported')
}

function decideConduct(
  facts: AppraisalFacts,
  deed: 'return' | 'assign' | 'start' | 'extend' | 'cancel' | 'propose' | 'settle',
): AppraisalDecision {
  const { state } = facts
  switch (deed) {
    case 'cancel':
      return isBeforeConclusion(state) ? next('cancelled') : refused('already_concluded')
    case 'extend':
    case 'assign':
    case 'propose':
    case 'settle':
      return isBeforeConclusion(state) ? next(state) : refused('already_concluded')
    case 'return':
      if (state === 'self_rating') return refused('not_reported')
      return isBeforeConclusion(state) ? next('self_rating') : refused('already_concluded')
    case 'start':
      if (state === 'self_rating') return refused('not_reported')
      if (state !== 'self_reported') return refused('already_rating')
      return facts.unassignedItems > 0 ? refused('has_unassigned') : next('rating')
  }
}

const isBeforeConclusion = (state: AppraisalState): boolean =>
  state === 'self_rating' || state === 'self_reported' || state === 'rating'

function decideOpinion(facts: AppraisalFacts, actor: AppraisalActor, today: string): AppraisalDecision {
  if (facts.state !== 'rating') return refused('not_rating')
  if (actor.belongsToUnit) return refused('own_unit')
  if (!actor.isRater) return refused('not_rater')
  return today > facts.rateUntil ? refused('rate_past_due') : next('rating')
}

function decideResult(
  facts: AppraisalFacts,
  deed: 'conclude' | 'announce' | 'publish',
  today: string,
): AppraisalDecision {
  const { state } = facts
  switch (deed) {
    case 'conclude':
      if (state !== 'rating') return refused(isBeforeConclusion(state) ? 'not_rating' : 'already_concluded')
      if (facts.owedOpinions > 0) return refused('has_owed')
      if (facts.unsettledItems > 0) return refused('has_unsettled')
      return facts.openAdjustments > 0 ? refused('has_open_adjustments') : next('concluded')
    case 'announce':
      if (state === 'concluded') return next('publicity')
      return refused(isBeforeConclusion(state) ? 'not_concluded' : 'already_public')
    case 'publish':
      if (state === 'appealed' || facts.openAppeals > 0) return refused('has_open_appeal')
      if (state !== 'publicity') return refused('not_public')
      if (today <= (facts.publicityUntil ?? '')) return refused('still_public')
      return today <= (facts.appealUntil ?? '') ? refused('still_appealable') : next('published')
  }
}

function decideAppeal(facts: AppraisalFacts, today: string): AppraisalDecision {
  if (facts.state === 'appealed') return refused('has_open_appeal')
  if (facts.state !== 'publicity') return refused('not_public')
  return today > (facts.appealUntil ?? '') ? refused('appeal_past_due') : next('appealed')
}
