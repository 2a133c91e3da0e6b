import { isDay } from '../../calendar/index.ts'
import {
  type CaseLine,
  type Casework,
  type CaseworkField,
  type CaseworkStep,
  caseCounterTitles,
} from '../../packs/index.ts'
import { applied, type CaseState } from './case-of.ts'

/** Why a step cannot be taken. */
export type StepRefusal =
  | 'case_closed'
  | 'step_unknown'
  | 'not_from_here'
  | 'not_this_line'
  | 'due_unknown'
  | 'due_undecided'
  | 'not_due'
  | 'too_few'
  | 'time_paused'
  | 'time_not_paused'
  | 'day_future'
  | 'day_before'
  | 'field_missing'
  | 'field_unknown'
  | 'field_invalid'
  | 'exit_missing'
  | 'exit_unknown'
  | 'proof_missing'
  | 'proof_file_missing'
  | 'amount_missing'
  | 'due_past'

export interface Refused {
  readonly refused: StepRefusal
  /** For the sentence: which field, how often, until when. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Whoever acts, and what the time limit of the state is now. */
export interface StepActor {
  /** For which lines somebody may act on this case. */
  readonly lines: readonly CaseLine[]
  readonly today: string
  /** Absent where the working calendar of a year is missing, or the state has no time limit. */
  readonly dueOn?: string | undefined
  /** Nobody has said how long the state may take: its time does not run. */
  readonly isUndecided?: boolean
}

/** What somebody gives with a step. */
export interface StepInput {
  readonly on: string
  readonly fields: Readonly<Record<string, string>>
  readonly exit?: string | undefined
  readonly proof?: string | undefined
  /** Certificates, by the ids under which they were filed with the case. */
  readonly files?: readonly string[] | undefined
  readonly amount?: number | undefined
}

export interface StepTaken {
  readonly step: CaseworkStep
  /** As which line it is taken. */
  readonly line: CaseLine
  readonly next: CaseState
  /** The last day of the state that is entered, where the step sets it. */
  readonly dueOn?: string | undefined
}

const refuse = (refused: StepRefusal, params: Refused['params'] = {}): Refused => ({ refused, params })

/** Whether a step is open to somebody at all, before anything is filled in; the line by which it is. */
export function offerStep(
  casework: Casework,
  state: CaseState,
  id: string,
  actor: StepActor,
): Pick<StepTaken, 'step' | 'line'> | Refused {
  if (state.closedOn !== undefined) return refuse('case_closed', { day: state.closedOn })
  const step = casework.steps.find((one) => one.id === id)
  if (step === undefined) return refuse('step_unknown', { step: id })
  if (!step.from.includes(state.state))
    return refuse('not_from_here', { step: step.title, state: stateTitle(casework, state.state) })
  const line = step.by.find((one) => actor.lines.includes(one))
  if (line === undefined) return refuse('not_this_line', { step: step.title, lines: step.by.join('、') })
  return refusalOfTime(step, state, actor) ?? refusalOfCounts(step, state) ?? { step, line }
}

/**
 * What comes of a step, or why it is not possible. Nobody acts for a line that is not theirs, ends a case without a way
 * out and its proof, or dates a step before the state it leaves or after today.
 */
export function decideStep(
  casework: Casework,
  state: CaseState,
  id: string,
  actor: StepActor,
  input: StepInput,
): StepTaken | Refused {
  const offered = offerStep(casework, state, id, actor)
  if ('refused' in offered) return offered
  const { step, line } = offered
  const refused =
    refusalOfDay(step, state, actor, input) ??
    refusalOfFields(step, input) ??
    refusalOfDue(step, input) ??
    refusalOfExit(casework, state, step, input)
  if (refused !== undefined) return refused
  if (step.time === '延长' && input.amount === undefined) return refuse('amount_missing', { step: step.title })
  const next = applied(casework, state, { type: 'step', step: id, on: input.on, exit: input.exit })
  return { step, line, next, ...(step.due !== undefined && { dueOn: input.fields[step.due]?.trim() }) }
}

function refusalOfTime(
  step: CaseworkStep,
  { isPaused }: CaseState,
  { dueOn, today, isUndecided = false }: StepActor,
): Refused | undefined {
  if (step.time === '恢复') return isPaused ? undefined : refuse('time_not_paused', { step: step.title })
  if (step.time !== undefined && isPaused) return refuse('time_paused', { step: step.title })
  if (step.after_due !== true) return undefined
  if (isPaused) return refuse('time_paused', { step: step.title })
  if (isUndecided) return refuse('due_undecided', { step: step.title })
  if (dueOn === undefined) return refuse('due_unknown', { step: step.title })
  return today > dueOn ? undefined : refuse('not_due', { step: step.title, day: dueOn })
}

function refusalOfCounts({ title, at_least: least = {} }: CaseworkStep, state: CaseState): Refused | undefined {
  for (const counter of ['visits', 'persuasions'] as const) {
    const times = least[counter]
    if (times !== undefined && state[counter] < times)
      return refuse('too_few', { step: title, what: caseCounterTitles[counter], times, done: state[counter] })
  }
  return undefined
}

/** A step that leaves a state does not lie before it; what is only recorded may be entered later. */
function refusalOfDay(
  { to, time, title }: CaseworkStep,
  state: CaseState,
  { today }: StepActor,
  { on }: StepInput,
): Refused | undefined {
  if (!isDay(on)) return refuse('day_before', { step: title, day: on })
  if (on > today) return refuse('day_future', { step: title })
  const first = to === undefined && time === undefined ? state.openedOn : state.since
  return on < first ? refuse('day_before', { step: title, day: first }) : undefined
}

function refusalOfFields({ title, asks = [] }: CaseworkStep, { fields }: StepInput): Refused | undefined {
  const unknown = Object.keys(fields).find((id) => !asks.some((field) => field.id === id))
  if (unknown !== undefined) return refuse('field_unknown', { step: title, field: unknown })
  for (const field of asks) {
    const text = fields[field.id]?.trim() ?? ''
    if (text === '' && field.required === true) return refuse('field_missing', { step: title, field: field.title })
    if (text !== '' && !fits(field, text)) return refuse('field_invalid', { step: title, field: field.title })
  }
  return undefined
}

/** Nobody can keep a day that is over when the step is taken. */
function refusalOfDue({ due, title, asks = [] }: CaseworkStep, { on, fields }: StepInput): Refused | undefined {
  const day = due === undefined ? undefined : fields[due]?.trim()
  if (day === undefined || day > on) return undefined
  return refuse('due_past', { step: title, field: asks.find(({ id }) => id === due)?.title ?? '', day: on })
}

function fits({ type, choices = [] }: CaseworkField, text: string): boolean {
  switch (type) {
    case '文字':
      return true
    case '日期':
      return isDay(text)
    case '选择':
      return choices.includes(text)
  }
}

function refusalOfExit(
  casework: Casework,
  state: CaseState,
  step: CaseworkStep,
  { exit, proof, files = [] }: StepInput,
): Refused | undefined {
  const isMissing = proof === undefined || proof.trim() === ''
  if (step.proof !== undefined && isMissing) return refuse('proof_missing', { step: step.title, proof: step.proof })
  if (step.proof_file === true && files.length === 0)
    return refuse('proof_file_missing', { step: step.title, proof: step.proof ?? '' })
  if (step.exits === undefined) {
    if (exit !== undefined) return refuse('exit_unknown', { step: step.title })
    const ends = casework.states.some(({ id, ends: end }) => id === step.to && end === true)
    return ends && state.proposed === undefined ? refuse('exit_missing', { step: step.title }) : undefined
  }
  if (exit === undefined) return refuse('exit_missing', { step: step.title })
  const known = casework.exits.find(({ id }) => id === exit)
  if (known === undefined || !step.exits.includes(exit)) return refuse('exit_unknown', { step: step.title })
  if (isMissing) return refuse('proof_missing', { step: step.title, proof: known.proof })
  const lacksFile = known.proof_file === true && files.length === 0
  return lacksFile ? refuse('proof_file_missing', { step: step.title, proof: known.proof }) : undefined
}

/** What a state is called; its id where the definition does not know it. */
export const stateTitle = ({ states }: Casework, id: string): string => states.find((one) => one.id === id)?.title ?? id
