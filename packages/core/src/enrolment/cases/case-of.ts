import type { CaseCounter, Casework, CaseworkStep } from '../../packs/index.ts'

/** What happened to a case, in the order of recording; days are China's civil days. */
export type CaseEvent =
  | { readonly type: 'open'; readonly on: string }
  | { readonly type: 'step'; readonly step: string; readonly on: string; readonly exit?: string | undefined }
  /** Another county has accepted the child. */
  | { readonly type: 'handed_over'; readonly on: string }
  /** From here on it is handled by another definition, in which the same state is. */
  | { readonly type: 'redefined'; readonly on: string; readonly casework: Casework }
  /** Said, or moved to another school: where the case stands does not change by it. */
  | { readonly type: 'note' | 'moved'; readonly on: string }

/** Where a case stands. */
export interface CaseState extends Readonly<Record<CaseCounter, number>> {
  readonly state: string
  /** When this state was entered. */
  readonly since: string
  readonly openedOn: string
  readonly closedOn?: string
  /** The way out by which it ended. */
  readonly exit?: string
  /** The way out that waits for somebody's decision in this state. */
  readonly proposed?: string
  /** Whether the time limit of this state stands still. */
  readonly isPaused: boolean
}

/**
 * Where events leave a case, by the definition under which it was opened, and those that took its place. Steps that the
 * definition does not know, or that come after the end, change nothing. Error: no opening in front, which is a bug of the caller.
 */
export function caseOf(casework: Casework, events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events
  if (first?.type !== 'open') throw new Error(`casework ${casework.id}: a case does not begin with its opening`)
  const opened: CaseState = {
    state: casework.start,
    since: first.on,
    openedOn: first.on,
    visits: 0,
    persuasions: 0,
    isPaused: false,
  }
  let held = casework
  return rest.reduce((state, event) => {
    if (event.type === 'redefined') held = event.casework
    return applied(held, state, event)
  }, opened)
}

/** Where one more event leaves a case. */
export function applied(casework: Casework, state: CaseState, event: CaseEvent): CaseState {
  if (state.closedOn !== undefined) return state
  switch (event.type) {
    case 'step': {
      const step = casework.steps.find(({ id }) => id === event.step)
      return step?.from.includes(state.state) ? stepped(casework, state, step, event) : state
    }
    case 'handed_over':
      return entered(casework, { ...state, proposed: casework.handover.exit }, casework.handover.to, event.on)
    default:
      return state
  }
}

interface Taken {
  readonly on: string
  readonly exit?: string | undefined
}

function stepped(casework: Casework, state: CaseState, step: CaseworkStep, { on, exit }: Taken): CaseState {
  const counted = countedBy(step, state)
  const timed = step.time === undefined ? counted : { ...counted, isPaused: pausedBy(step, counted) }
  if (step.to === undefined) return exit === undefined ? timed : { ...timed, proposed: exit }
  const { proposed: former, ...rest } = timed
  const proposed = exit ?? (isEnd(casework, step.to) ? former : undefined)
  return entered(casework, { ...rest, ...(proposed !== undefined && { proposed }) }, step.to, on)
}

function countedBy({ counts = [] }: CaseworkStep, state: CaseState): CaseState {
  const more = (counter: CaseCounter): number => state[counter] + (counts.includes(counter) ? 1 : 0)
  return { ...state, visits: more('visits'), persuasions: more('persuasions') }
}

function pausedBy({ time }: CaseworkStep, { isPaused }: CaseState): boolean {
  return time === '中止' || (time !== '恢复' && isPaused)
}

const isEnd = ({ states }: Casework, id: string): boolean => states.some((one) => one.id === id && one.ends === true)

function entered(casework: Casework, before: CaseState, state: string, on: string): CaseState {
  const next = { ...before, state, since: on, isPaused: false }
  if (!isEnd(casework, state)) return next
  const { proposed, ...ended } = next
  return { ...ended, closedOn: on, ...(proposed !== undefined && { exit: proposed }) }
}
