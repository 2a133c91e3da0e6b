import type { CellStore } from './cell-store.ts'
import {
  type ConflictChoice,
  type EditAnswer,
  EMPTY_QUEUE,
  type Halt,
  nextSending,
  type QueuedEdit,
  type QueueEvent,
  type QueueState,
  queueAfter,
} from './edit-queue.ts'
import type { CellEdit } from './grid-model.ts'
import { type KeyStorage, readKept, writeKept } from './kept-edits.ts'
import { patchesAfter } from './queue-cells.ts'

export type SendResult = { readonly answers: readonly EditAnswer[] } | { readonly halt: Halt }

interface QueueOptions {
  /** Person, form, unit and period: edits of one never turn up in another. A shared machine keeps each person's own. */
  readonly formKey: string
  readonly cells: CellStore
  /**
   * Sends one batch. `from` of each edit is what the page believed to stand in the cell: the server answers `conflict`
   * when something else does, and `saved` when the cell holds `to` already. A thrown error counts as no network.
   */
  readonly send: (edits: readonly QueuedEdit[]) => Promise<SendResult>
  readonly storage: KeyStorage
  /** Cells a request. */
  readonly most?: number
}

export interface EditQueue {
  readonly state: () => QueueState
  /** False when the browser does not keep what is unsaved: say so, and do not let the page be closed lightly. */
  readonly isKept: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** Give it what the grid's `onChange` gives. Kept in the browser before this returns. */
  readonly edit: (edits: readonly CellEdit[]) => void
  readonly resolve: (choices: readonly ConflictChoice[]) => void
  /** Signed in again, network back, or somebody pressed 再试一次: send at once. */
  readonly resume: () => void
  /** Loads what was kept and starts sending; call it when the cells stand, and the returned function when the form goes. */
  readonly start: () => () => void
}

/** Runs the queue of one form: keeps in localStorage, sends, tries again, and lets the cells show how far each edit is. */
export function createEditQueue({ formKey, cells, send, storage, most = 200 }: QueueOptions): EditQueue {
  let state = EMPTY_QUEUE
  let isKept = true
  let isRunning = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const own = new Set<string>()
  const listeners = new Set<() => void>()

  const apply = (event: QueueEvent) => {
    const before = state
    state = queueAfter(before, event)
    for (const map of [before.waiting, state.waiting, state.conflicts]) for (const key of map.keys()) own.add(key)
    isKept = writeKept(storage, formKey, state, own)
    cells.set(
      patchesAfter(before, state, {
        ...(event.type === 'answered' && { answers: event.answers }),
        ...(event.type === 'resolved' && { choices: event.choices }),
      }),
    )
    for (const listener of [...listeners]) listener()
    plan()
  }
  const plan = () => {
    clearTimeout(timer)
    const delay = isRunning ? nextSending(state) : undefined
    if (delay !== undefined) timer = setTimeout(sendBatch, delay)
  }
  const sendBatch = async () => {
    apply({ type: 'sent', most })
    const result = await send([...state.sending.values()]).catch(() => UNREACHABLE)
    apply('answers' in result ? { type: 'answered', ...result } : { type: 'failed', ...result })
  }
  const resume = () => {
    if (state.halted !== undefined) apply({ type: 'resumed' })
  }
  return {
    state: () => state,
    isKept: () => isKept,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (edits) => apply({ type: 'edited', edits, at: new Date().toISOString() }),
    resolve: (choices) => apply({ type: 'resolved', choices, at: new Date().toISOString() }),
    resume,
    start: () => {
      isRunning = true
      apply({ type: 'restored', ...readKept(storage, formKey) })
      return () => {
        isRunning = false
        clearTimeout(timer)
      }
    },
  }
}

const UNREACHABLE: SendResult = { halt: { reason: 'unreachable' } }
