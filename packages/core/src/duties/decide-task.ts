import type { SupervisionDeed, TaskDeed, TaskState } from './task-states.ts'

/** What a decision about a task stands on. */
export interface TaskFacts {
  readonly state: TaskState
  /** Parts of it that were given further down and are neither done nor cancelled. */
  readonly openParts: number
  /** Milestones that are neither reached nor struck out. */
  readonly openMilestones: number
  /** Papers that its target asks for and that are not there. */
  readonly missingPapers: number
  /** A supervision letter that nobody has answered. */
  readonly isSupervised: boolean
  /** Whether the figure that it is measured by meets its standard; undefined where there is none, or it is undecided. */
  readonly figureMet: boolean | undefined
}

/** Where the person who asks stands. */
export interface TaskActor {
  /** Works for the unit that leads the task. */
  readonly leads: boolean
  /** Works for the unit that issued it, or above that. */
  readonly issues: boolean
  /** Leads over the unit: urges on and writes instructions, and does nothing else with the task. */
  readonly oversees: boolean
  /** Reported it as done. */
  readonly hasReported: boolean
}

/** Why something cannot be done now; each has its sentence in the error table as `duties.<code>`. */
export type TaskRefusal =
  | 'not_leader'
  | 'not_issuer'
  | 'not_overseer'
  | 'not_draft'
  | 'not_waiting'
  | 'not_underway'
  | 'not_reported'
  | 'not_supervised'
  | 'already_supervised'
  | 'has_open_parts'
  | 'has_open_milestones'
  | 'lacks_papers'
  | 'own_report'
  | 'figure_unmet'
  | 'closed'

export type TaskDecision =
  | { readonly next: TaskState; readonly refused?: undefined }
  | { readonly refused: TaskRefusal; readonly next?: undefined }

const refuse = (refused: TaskRefusal): TaskDecision => ({ refused })
const to = (next: TaskState): TaskDecision => ({ next })

const closed: ReadonlySet<TaskState> = new Set(['done', 'cancelled'])
const byLeader: ReadonlySet<TaskDeed> = new Set([
  'accept',
  'decline',
  'split',
  'report_progress',
  'report_done',
  'answer',
])

/**
 * Whether `deed` may be done with a task now, and what state follows. A task is closed by whoever issued it, never by who
 * reports it; not while parts, milestones or papers are open, nor against the figure it is measured by.
 */
export function decideTask(facts: TaskFacts, actor: TaskActor, deed: TaskDeed): TaskDecision {
  if (closed.has(facts.state)) return refuse('closed')
  if (byLeader.has(deed)) return actor.leads ? decideOfLeader(facts, deed) : refuse('not_leader')
  if (isOfSupervision(deed)) return decideOfSupervision(facts, actor, deed)
  return actor.issues ? decideOfIssuer(facts, actor, deed) : refuse('not_issuer')
}

const ofSupervision: ReadonlySet<TaskDeed> = new Set(['supervise', 'supervise_again', 'lift', 'instruct'])
/** Whether a step urges a unit on, rather than working on the task. */
export const isOfSupervision = (deed: TaskDeed): deed is SupervisionDeed => ofSupervision.has(deed)

/** A letter of supervision is written, repeated and lifted by who issued the task or leads over it; instructions by the latter. */
function decideOfSupervision(facts: TaskFacts, actor: TaskActor, deed: SupervisionDeed): TaskDecision {
  const { state, isSupervised } = facts
  if (deed === 'instruct') {
    if (!actor.oversees) return refuse('not_overseer')
    return state === 'draft' ? refuse('not_underway') : to(state)
  }
  if (!actor.issues && !actor.oversees) return refuse('not_issuer')
  if (deed === 'lift') return isSupervised ? to(state) : refuse('not_supervised')
  if (state !== 'underway' && state !== 'issued') return refuse('not_underway')
  if (deed === 'supervise') return isSupervised ? refuse('already_supervised') : to(state)
  return isSupervised ? to(state) : refuse('not_supervised')
}

function decideOfLeader(facts: TaskFacts, deed: TaskDeed): TaskDecision {
  const { state } = facts
  switch (deed) {
    case 'accept':
      return state === 'issued' ? to('underway') : refuse('not_waiting')
    case 'decline':
      return state === 'issued' ? to('declined') : refuse('not_waiting')
    case 'answer':
      return facts.isSupervised ? to(state) : refuse('not_supervised')
    case 'report_done':
      if (state !== 'underway') return refuse('not_underway')
      return decideDone(facts)
    default:
      return state === 'underway' ? to('underway') : refuse('not_underway')
  }
}

function decideDone({ openParts, openMilestones, missingPapers, isSupervised }: TaskFacts): TaskDecision {
  if (openParts > 0) return refuse('has_open_parts')
  if (openMilestones > 0) return refuse('has_open_milestones')
  if (missingPapers > 0) return refuse('lacks_papers')
  return isSupervised ? refuse('already_supervised') : to('reported')
}

function decideOfIssuer(facts: TaskFacts, actor: TaskActor, deed: Exclude<TaskDeed, SupervisionDeed>): TaskDecision {
  const { state } = facts
  switch (deed) {
    case 'issue':
      return state === 'draft' || state === 'declined' ? to('issued') : refuse('not_draft')
    case 'transfer':
      return state === 'reported' ? refuse('not_underway') : to(state === 'draft' ? 'draft' : 'issued')
    case 'confirm':
      if (state !== 'reported') return refuse('not_reported')
      if (actor.hasReported) return refuse('own_report')
      return facts.figureMet === false ? refuse('figure_unmet') : to('done')
    case 'send_back':
      return state === 'reported' ? to('underway') : refuse('not_reported')
    case 'extend':
      return state === 'issued' || state === 'underway' ? to(state) : refuse('not_underway')
    default:
      return to('cancelled')
  }
}
