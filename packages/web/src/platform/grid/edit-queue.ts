import { type CellEdit, cellKey } from './grid-model.ts'

/** An edit that the server has not confirmed. */
export interface QueuedEdit extends CellEdit {
  /** When it was typed, ISO. */
  readonly at: string
  /** Own earlier texts of which nobody knows whether they reached the server: finding one of them there is no conflict. */
  readonly tried: readonly string[]
}

/** Someone else changed the cell meanwhile. Both texts are kept until a person chooses. */
export interface EditConflict {
  readonly row: string
  readonly column: string
  readonly mine: string
  readonly theirs: string
  readonly by: string
  readonly at: string
}

/** What the server says to one edit. `invalid` and `commented` are stored, with a finding or a comment; `locked` is not taken. */
export type EditAnswer = { readonly row: string; readonly column: string } & (
  | ({ readonly outcome: 'saved' } & Stored)
  | ({ readonly outcome: 'invalid'; readonly message: string } & Stored)
  | ({ readonly outcome: 'commented'; readonly message: string; readonly by?: string } & Stored)
  | { readonly outcome: 'locked'; readonly text: string; readonly message: string; readonly by?: string }
  | { readonly outcome: 'conflict'; readonly theirs: string; readonly by: string; readonly at: string }
)

interface Stored {
  /** What the cell holds now, where the server keeps another text than it was sent. */
  readonly text?: string
}

/** Why nothing is sent: no network (tried again), session over (until `resumed`), the whole batch refused (until `resumed`). */
export type Halt =
  | { readonly reason: 'unreachable' | 'signed_out' }
  | { readonly reason: 'refused'; readonly message: string }

export interface QueueState {
  readonly waiting: ReadonlyMap<string, QueuedEdit>
  readonly sending: ReadonlyMap<string, QueuedEdit>
  readonly conflicts: ReadonlyMap<string, EditConflict>
  /** Failed sendings in a row. */
  readonly failures: number
  readonly halted?: Halt
}

export type QueueEvent =
  | { readonly type: 'edited'; readonly edits: readonly CellEdit[]; readonly at: string }
  | { readonly type: 'restored'; readonly edits: readonly QueuedEdit[]; readonly conflicts: readonly EditConflict[] }
  | { readonly type: 'sent'; readonly most: number }
  | { readonly type: 'answered'; readonly answers: readonly EditAnswer[] }
  | { readonly type: 'failed'; readonly halt: Halt }
  | { readonly type: 'resumed' }
  | { readonly type: 'resolved'; readonly choices: readonly ConflictChoice[]; readonly at: string }

export interface ConflictChoice {
  readonly row: string
  readonly column: string
  readonly take: 'mine' | 'theirs'
}

export const EMPTY_QUEUE: QueueState = { waiting: new Map(), sending: new Map(), conflicts: new Map(), failures: 0 }

/** The queue of one form as a pure state machine: every typed text is in exactly one of its three maps until it is settled. */
export function queueAfter(state: QueueState, event: QueueEvent): QueueState {
  switch (event.type) {
    case 'edited':
      return event.edits.reduce((before, edit) => withEdit(before, edit, event.at), state)
    case 'restored':
      return restored(state, event.edits, event.conflicts)
    case 'sent': {
      if (state.sending.size > 0) return state
      const batch = [...state.waiting].slice(0, event.most)
      const rest = [...state.waiting].slice(event.most)
      return { ...state, sending: new Map(batch), waiting: new Map(rest) }
    }
    case 'answered': {
      const { halted: _, ...open } = { ...state, failures: 0 }
      return unsent(event.answers.reduce(withAnswer, open))
    }
    case 'failed':
      return { ...unsent(state), failures: state.failures + 1, halted: event.halt }
    case 'resumed': {
      const { halted: _, ...open } = state
      return open
    }
    case 'resolved':
      return event.choices.reduce((before, choice) => withChoice(before, choice, event.at), state)
  }
}

/** Later edits of one cell become one; a cell in conflict keeps its conflict with the new text as mine. */
function withEdit(state: QueueState, edit: CellEdit, at: string): QueueState {
  const key = cellKey(edit.row, edit.column)
  const conflict = state.conflicts.get(key)
  if (conflict !== undefined)
    return { ...state, conflicts: new Map(state.conflicts).set(key, { ...conflict, mine: edit.to }) }
  const before = state.waiting.get(key)
  const from = before?.from ?? state.sending.get(key)?.to ?? edit.from
  const tried = before?.tried ?? []
  const waiting = new Map(state.waiting)
  if (edit.to === from && tried.length === 0) waiting.delete(key)
  else waiting.set(key, { ...edit, from, at, tried })
  return { ...state, waiting }
}

/** What a browser kept from before. What was typed since wins over it. */
function restored(state: QueueState, edits: readonly QueuedEdit[], conflicts: readonly EditConflict[]): QueueState {
  const waiting = new Map(edits.map((edit) => [cellKey(edit.row, edit.column), edit]))
  for (const [key, edit] of state.waiting) waiting.set(key, edit)
  const kept = new Map(conflicts.map((conflict) => [cellKey(conflict.row, conflict.column), conflict]))
  for (const [key, conflict] of state.conflicts) kept.set(key, conflict)
  for (const key of kept.keys()) waiting.delete(key)
  return { ...state, waiting, conflicts: kept }
}

function withAnswer(state: QueueState, answer: EditAnswer): QueueState {
  const key = cellKey(answer.row, answer.column)
  const sent = state.sending.get(key)
  if (sent === undefined) return state
  const sending = without(state.sending, key)
  const later = state.waiting.get(key)
  switch (answer.outcome) {
    case 'saved':
    case 'invalid':
    case 'commented': {
      if (later === undefined || answer.text === undefined) return { ...state, sending }
      return { ...state, sending, waiting: new Map(state.waiting).set(key, { ...later, from: answer.text }) }
    }
    case 'locked':
      return { ...state, sending, waiting: without(state.waiting, key) }
    case 'conflict': {
      const mine = later?.to ?? sent.to
      const waiting = without(state.waiting, key)
      if (answer.theirs === mine) return { ...state, sending, waiting }
      if (answer.theirs === sent.to || sent.tried.includes(answer.theirs)) {
        waiting.set(key, { ...(later ?? sent), from: answer.theirs, tried: [...sent.tried, sent.to] })
        return { ...state, sending, waiting }
      }
      const { row, column, theirs, by, at } = answer
      const conflicts = new Map(state.conflicts).set(key, { row, column, mine, theirs, by, at })
      return { ...state, sending, waiting, conflicts }
    }
  }
}

/** What was sent without an answer waits again, merged with what was typed since. */
function unsent(state: QueueState): QueueState {
  const waiting = new Map(state.waiting)
  for (const [key, sent] of state.sending) {
    const later = waiting.get(key) ?? sent
    waiting.set(key, { ...later, from: sent.from, tried: [...new Set([...sent.tried, sent.to])] })
  }
  return { ...state, sending: new Map(), waiting }
}

function withChoice(state: QueueState, choice: ConflictChoice, at: string): QueueState {
  const key = cellKey(choice.row, choice.column)
  const conflict = state.conflicts.get(key)
  if (conflict === undefined) return state
  const conflicts = without(state.conflicts, key)
  if (choice.take === 'theirs') return { ...state, conflicts }
  const { row, column, mine, theirs } = conflict
  const edit: QueuedEdit = { row, column, from: theirs, to: mine, at, tried: [] }
  return { ...state, conflicts, waiting: new Map(state.waiting).set(key, edit) }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): Map<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** Milliseconds until the next sending, undefined when there is nothing to send or only a person can go on. */
export function nextSending(state: QueueState): number | undefined {
  if (state.waiting.size === 0 || state.sending.size > 0) return undefined
  if (state.halted === undefined) return SOON
  return state.halted.reason === 'unreachable' ? Math.min(60_000, 1000 * 2 ** Math.min(6, state.failures)) : undefined
}

/** Long enough for the cells of one quick entry to travel together. */
const SOON = 300

/** Cells that the server does not have yet: a page with some warns before it is left. */
export const unsavedCount = ({ waiting, sending, conflicts }: QueueState): number =>
  waiting.size + sending.size + conflicts.size
