import type { TaskState } from './task-states.ts'

/** What a decision about a task stands on. Dates are `YYYY-MM-DD`; both ends of a window count. */
export interface TaskFacts {
  readonly state: TaskState
  readonly hasFirstReview: boolean
  readonly isPeriodOpen: boolean
  readonly opensOn: string
  readonly closesOn: string
  /** Last day of the present step; of a returned task, of the return. */
  readonly dueOn: string
  readonly submittedBy: string | undefined
  readonly firstReviewedBy: string | undefined
  readonly assignedTo: string | undefined
  readonly filledCells: number
  readonly blankCells: number
  readonly cellErrors: number
  readonly hardErrors: number
  /** Soft errors without an explanation, or whose explanation was not accepted. */
  readonly openExplanations: number
  /** Soft errors whose explanation nobody has reviewed yet. */
  readonly unreviewedExplanations: number
  /** Returned cells that were neither changed nor answered. */
  readonly openReturns: number
  /** Returned cells that no reviewer has settled yet. */
  readonly unsettledReturns: number
  readonly openCountersigns: number
}

export type TaskDeed = 'fill' | 'submit' | 'withdraw' | 'approve_first' | 'approve' | 'return' | 'freeze' | 'correct'

/** Why something cannot be done now; each has its sentence in the error table as `collection.<code>`. */
export type TaskRefusal =
  | 'period_closed'
  | 'not_yet_open'
  | 'past_due'
  | 'locked_in_review'
  | 'locked_frozen'
  | 'not_submitted'
  | 'already_reviewed'
  | 'not_first_reviewed'
  | 'no_first_review'
  | 'not_verified'
  | 'not_frozen'
  | 'nothing_filled'
  | 'has_errors'
  | 'has_unexplained'
  | 'has_open_returns'
  | 'has_unreviewed'
  | 'has_rejected'
  | 'has_unmended'
  | 'has_countersigns'
  | 'own_work'
  | 'same_reviewer'
  | 'handed_to_other'

export type TaskDecision =
  | { readonly next: TaskState; readonly refused?: undefined }
  | { readonly refused: TaskRefusal; readonly next?: undefined }

const refused = (code: TaskRefusal): TaskDecision => ({ refused: code })
const next = (state: TaskState): TaskDecision => ({ next: state })

/** Whether `deed` may be done by `actor` (a person's id) on `today`, and what state follows. */
export function decideTask(task: TaskFacts, deed: TaskDeed, actor: string, today: string): TaskDecision {
  switch (deed) {
    case 'fill': {
      const why = whyNotFill(task, today)
      return why === undefined ? next(task.state === 'returned' ? 'returned' : 'filling') : refused(why)
    }
    case 'submit': {
      const why = whyNotFill(task, today) ?? whyNotReady(task)
      return why === undefined ? next('submitted') : refused(why)
    }
    case 'withdraw':
      return decideWithdrawal(task)
    case 'approve_first':
      return decideFirstReview(task, actor)
    case 'approve':
      return decideReview(task, actor)
    case 'return':
      return decideReturn(task, actor)
    case 'freeze':
      if (task.state !== 'verified') return refused('not_verified')
      return barred(task, actor) ?? next('frozen')
    case 'correct':
      return task.state === 'frozen' ? next('filling') : refused('not_frozen')
  }
}

/** The window, and a return's own deadline, are inclusive. A closed period takes nothing but what it returned. */
function whyNotFill(task: TaskFacts, today: string): TaskRefusal | undefined {
  switch (task.state) {
    case 'submitted':
    case 'first_reviewed':
    case 'verified':
      return 'locked_in_review'
    case 'frozen':
      return 'locked_frozen'
    case 'returned':
      return today > task.dueOn ? 'past_due' : undefined
    case 'not_started':
    case 'filling':
      if (!task.isPeriodOpen) return 'period_closed'
      if (today < task.opensOn) return 'not_yet_open'
      return today > task.closesOn ? 'past_due' : undefined
  }
}

function whyNotReady(task: TaskFacts): TaskRefusal | undefined {
  if (task.filledCells === 0) return 'nothing_filled'
  if (task.hardErrors > 0 || task.cellErrors > 0 || task.blankCells > 0) return 'has_errors'
  if (task.openExplanations > 0) return 'has_unexplained'
  return task.openReturns > 0 ? 'has_open_returns' : undefined
}

function decideWithdrawal(task: TaskFacts): TaskDecision {
  if (task.state === 'submitted') return next(task.unsettledReturns > 0 ? 'returned' : 'filling')
  if (task.state === 'frozen') return refused('locked_frozen')
  return refused(task.state === 'first_reviewed' || task.state === 'verified' ? 'already_reviewed' : 'not_submitted')
}

function decideFirstReview(task: TaskFacts, actor: string): TaskDecision {
  if (!task.hasFirstReview) return refused('no_first_review')
  if (task.state !== 'submitted') return refused(task.state === 'first_reviewed' ? 'already_reviewed' : 'not_submitted')
  return barred(task, actor) ?? unsettled(task) ?? next('first_reviewed')
}

function decideReview(task: TaskFacts, actor: string): TaskDecision {
  const expected = task.hasFirstReview ? 'first_reviewed' : 'submitted'
  if (task.state !== expected) {
    if (task.state === 'submitted') return refused('not_first_reviewed')
    return refused(task.state === 'verified' || task.state === 'frozen' ? 'already_reviewed' : 'not_submitted')
  }
  const blocked = barred(task, actor) ?? unsettled(task)
  return blocked ?? (task.openCountersigns > 0 ? refused('has_countersigns') : next('verified'))
}

/** Nobody passes by what a school still has to answer, or what nobody has judged of its answers. */
function unsettled(task: TaskFacts): TaskDecision | undefined {
  if (task.openReturns > 0) return refused('has_unmended')
  if (task.unreviewedExplanations > 0) return refused('has_unreviewed')
  return task.openExplanations > 0 ? refused('has_rejected') : undefined
}

function decideReturn(task: TaskFacts, actor: string): TaskDecision {
  if (task.state === 'frozen') return refused('locked_frozen')
  if (task.state !== 'submitted' && task.state !== 'first_reviewed' && task.state !== 'verified')
    return refused('not_submitted')
  return handedOn(task, actor) ?? next('returned')
}

const handedOn = (task: TaskFacts, actor: string): TaskDecision | undefined =>
  whyNotReviewer(task, actor) === 'handed_to_other' ? refused('handed_to_other') : undefined

function barred(task: TaskFacts, actor: string): TaskDecision | undefined {
  const why = whyNotReviewer(task, actor)
  return why === undefined ? undefined : refused(why)
}

/**
 * Why the next step of review is not for this person, though a post of theirs allows it: it was handed to somebody else,
 * or they had a hand in it. Whoever it is for holds the task.
 */
export function whyNotReviewer(
  task: Pick<TaskFacts, 'state' | 'submittedBy' | 'firstReviewedBy' | 'assignedTo'>,
  person: string,
): 'handed_to_other' | 'own_work' | 'same_reviewer' | undefined {
  if (task.assignedTo !== undefined && task.assignedTo !== person) return 'handed_to_other'
  if (task.state !== 'submitted' && task.state !== 'first_reviewed') return undefined
  if (task.submittedBy === person) return 'own_work'
  return task.state === 'first_reviewed' && task.firstReviewedBy === person ? 'same_reviewer' : undefined
}
