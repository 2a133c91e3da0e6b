import { dropPictures } from './kept-pictures.ts'
import { type KeptVisit, readVisits, writeVisits } from './kept-visits.ts'
import type { KeyStorage } from './key-storage.ts'

/**
 * `away`: no network, or the server is not to be had; `refused`: it said why it does not take the record; `partly`: it has
 * the words, and said why it does not take a picture.
 */
export type SendOutcome = 'sent' | 'away' | { readonly refused: string } | { readonly partly: string }

export interface QueueView {
  readonly visits: readonly KeptVisit[]
  /** The record that is on its way. */
  readonly sending: string | undefined
  /** Taken by the server since the page was opened. */
  readonly sent: readonly KeptVisit[]
  readonly isAway: boolean
  /** False when the browser keeps nothing. */
  readonly isKept: boolean
}

interface QueueOptions {
  readonly person: string
  readonly storage: KeyStorage
  readonly send: (visit: KeptVisit, storage: KeyStorage) => Promise<SendOutcome>
  readonly now?: () => Date
  /** How long it waits before it tries again, in milliseconds. */
  readonly pause?: number
}

export interface VisitQueue {
  readonly view: () => QueueView
  readonly subscribe: (listener: () => void) => () => void
  /** Keeps a record, new or changed, before this returns; one that is `waiting` is sent. */
  readonly keep: (visit: KeptVisit) => void
  readonly drop: (key: string) => void
  /** Network is back, or somebody pressed 现在发送. */
  readonly resume: () => void
  /** Reads what was kept and sends what waits; the returned function stops. */
  readonly start: () => () => void
}

const NOTHING_SENT = { sending: undefined, sent: [], isAway: false, isKept: true } as const

/** Sends records one after the other; what does not arrive stays on the machine and is tried again. */
export function createVisitQueue(options: QueueOptions): VisitQueue {
  const { person, storage, send, now = () => new Date(), pause = 20_000 } = options
  let view: QueueView = { ...NOTHING_SENT, visits: readVisits(storage, person, now()) }
  let isRunning = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const set = (part: Partial<QueueView>) => {
    const visits = part.visits ?? view.visits
    const isKept = part.visits === undefined ? view.isKept : writeVisits(storage, person, visits)
    view = { ...view, ...part, isKept }
    for (const listener of [...listeners]) listener()
  }
  // Another tab of the same person may have written meanwhile.
  const current = () => (view.isKept ? readVisits(storage, person, now()) : view.visits)
  const without = (key: string) => current().filter((one) => one.key !== key)
  const replaced = (visit: KeptVisit) => current().map((one) => (one.key === visit.key ? visit : one))

  const sendNext = async () => {
    clearTimeout(timer)
    const next = view.visits.find(({ state }) => state === 'waiting')
    if (!isRunning || view.sending !== undefined || next === undefined) return
    // Noted before it leaves: a telephone may be put away before the answer comes.
    set({ sending: next.key, visits: replaced({ ...next, isTried: true }) })
    const outcome = await send(next, storage).catch((): SendOutcome => 'away')
    if (outcome === 'sent') dropPictures(storage, next.pictures)
    set({ sending: undefined, ...settled(current(), view.sent, next, outcome) })
    if (outcome === 'away') timer = setTimeout(() => void sendNext(), pause)
    else await sendNext()
  }
  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep: (visit) => {
      set({ visits: [...without(visit.key), visit] })
      void sendNext()
    },
    drop: (key) => {
      dropPictures(storage, current().find((one) => one.key === key)?.pictures ?? [])
      set({ visits: without(key) })
    },
    resume: () => void sendNext(),
    start: () => {
      isRunning = true
      set({ visits: readVisits(storage, person, now()) })
      void sendNext()
      return () => {
        isRunning = false
        clearTimeout(timer)
      }
    },
  }
}

/** What becomes of a record that was sent, among those that are kept. */
function settled(
  kept: readonly KeptVisit[],
  sent: readonly KeptVisit[],
  visit: KeptVisit,
  outcome: SendOutcome,
): Partial<QueueView> {
  if (outcome === 'away') return { isAway: true }
  if (outcome === 'sent')
    return { isAway: false, visits: kept.filter(({ key }) => key !== visit.key), sent: [...sent, visit] }
  const refused: KeptVisit =
    'partly' in outcome
      ? { ...visit, state: 'refused', why: outcome.partly, isTried: true }
      : { ...visit, state: 'refused', why: outcome.refused, isTried: false }
  return { isAway: false, visits: kept.map((one) => (one.key === visit.key ? refused : one)) }
}
