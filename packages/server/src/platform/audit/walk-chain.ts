import type { ChainFinding, FindingKind } from '@eduduty/core/audit'
import { AppError } from '../errors/app-error.ts'
import { ChainFindings } from './chain-findings.ts'
import type { ChainMac } from './event-mac.ts'
import { occurredAt, type StoredEvent } from './read-chain.ts'

/** A long transaction is stamped when it begins and stands in the chain where it ends. */
export const toleranceSeconds = 600

/** How many events one removal or insertion with renumbering may concern and still be told as such. */
const farthestShift = 50
const mostStrays = 50

export interface WalkResult {
  readonly findings: readonly ChainFinding[]
  readonly leftOut: number
  readonly firstAt: string | undefined
  readonly lastAt: string | undefined
  readonly lastMac: string
  readonly count: number
  /** Genuine events that tell of a restore from a backup. */
  readonly restores: readonly { readonly no: number; readonly at: string }[]
}

/** An event whose code is wrong, with the code of the event before it. */
interface Suspect {
  readonly event: StoredEvent
  readonly previous: string
}

/**
 * Checks a chain event by event, in the order of their numbers and in constant memory. An event whose code is wrong is
 * held until the next one shows what happened: its content was changed, or events were removed, put in or exchanged
 * around it.
 */
export class ChainWalk {
  readonly #codeOf: ChainMac
  readonly #findings: ChainFindings
  readonly #strays: (Suspect & { readonly place: number })[] = []
  readonly #restores: { no: number; at: string }[] = []
  #count = 0
  #first: StoredEvent | undefined
  #latest: StoredEvent | undefined
  /** Undefined: not known, and the next event is taken on trust. */
  #previous: string | undefined
  #expected = 1
  /** By how much the numbers now differ from those that the events were sealed with. */
  #shift = 0
  #held: Suspect | undefined
  /** Time of the last genuine event. */
  #timed: number | undefined

  constructor(county: string, chainId: string | undefined, codeOf: ChainMac) {
    this.#findings = new ChainFindings(county)
    this.#previous = chainId
    this.#codeOf = codeOf
  }

  take(event: StoredEvent): void {
    this.#count += 1
    this.#first ??= event
    this.#latest = event
    const suspect = this.#held
    this.#held = undefined
    if (suspect === undefined || !this.#resolve(suspect, event)) this.#follow(event)
  }

  end(): WalkResult {
    if (this.#held !== undefined) this.#giveUp(this.#held, undefined)
    this.#held = undefined
    return {
      findings: this.#findings.list,
      leftOut: this.#findings.leftOut,
      firstAt: this.#first && occurredAt(this.#first),
      lastAt: this.#latest && occurredAt(this.#latest),
      lastMac: this.#latest?.mac ?? '',
      count: this.#count,
      restores: this.#restores,
    }
  }

  #fits(before: string, event: StoredEvent, shift = this.#shift): boolean {
    try {
      return this.#codeOf(before, shift === 0 ? event : { ...event, event_no: event.event_no + shift }) === event.mac
    } catch (error) {
      if (error instanceof AppError && error.code === 'keys.unknown_version') return false
      throw error
    }
  }

  #follow(event: StoredEvent): void {
    const no = event.event_no
    if (no < this.#expected) {
      this.#findings.add('inserted', event, { more: '序号重复' })
      return
    }
    if (no > this.#expected) {
      const more = `共 ${no - this.#expected} 条，在第 ${no} 条之前`
      this.#findings.add('deleted', event, { from: this.#expected, to: no - 1, more })
      this.#previous = undefined
    }
    this.#expected = no + 1
    if (this.#previous === undefined) this.#accept(event, false)
    else if (this.#fits(this.#previous, event)) this.#accept(event, true)
    else this.#held = { event, previous: this.#previous }
  }

  #accept(event: StoredEvent, genuine: boolean): void {
    this.#previous = event.mac
    const at = Number(event.occurred)
    if (genuine && this.#timed !== undefined && at < this.#timed - toleranceSeconds)
      this.#findings.add('time_backwards', event, { more: `比上一条早 ${Math.round(this.#timed - at)} 秒` })
    this.#timed = genuine ? at : undefined
    if (genuine && event.action === 'platform.restore')
      this.#restores.push({ no: event.event_no, at: occurredAt(event) })
  }

  /** Decides about the held event by the one after it; true when that one is dealt with too. */
  #resolve(suspect: Suspect, next: StoredEvent): boolean {
    const { event } = suspect
    if (next.event_no !== event.event_no + 1 || this.#findings.isFull) {
      this.#giveUp(suspect, next)
      return false
    }
    if (this.#fits(event.mac, next)) {
      this.#findings.add(this.#changeOf(event, next), event)
      this.#previous = event.mac
      this.#timed = undefined
      return false
    }
    const removed = this.#removedBefore(event, next)
    if (removed > 0) {
      this.#findings.add('deleted', event, { more: `此处缺 ${removed} 条，其后的序号被改小` })
      this.#shift += removed
      this.#accept(event, false)
      return false
    }
    if (this.#fits(suspect.previous, next, this.#shift - 1)) {
      this.#putIn(event, next)
      return true
    }
    this.#giveUp(suspect, next)
    return false
  }

  /** The next event belongs where the held one stands: they were exchanged, or the held one was put in. */
  #putIn(event: StoredEvent, next: StoredEvent): void {
    if (this.#fits(next.mac, event, this.#shift + 1)) {
      this.#findings.add('reordered', event, { to: next.event_no })
      this.#accept(event, false)
    } else {
      this.#findings.add('inserted', event, { more: '其后的序号被改大' })
      this.#shift -= 1
      this.#accept(next, true)
    }
    this.#expected = next.event_no + 1
  }

  #removedBefore(event: StoredEvent, next: StoredEvent): number {
    for (let by = 1; by <= farthestShift; by += 1) if (this.#fits(event.mac, next, this.#shift + by)) return by
    return 0
  }

  #giveUp(suspect: Suspect, next: StoredEvent | undefined): void {
    if (!this.#belongsElsewhere(suspect)) {
      const place = this.#findings.add(this.#changeOf(suspect.event, next), suspect.event)
      if (place !== undefined && this.#strays.length < mostStrays) this.#strays.push({ ...suspect, place })
    }
    this.#previous = undefined
    this.#timed = undefined
  }

  /** The content belongs where an earlier suspect stands: the two were exchanged. */
  #belongsElsewhere({ event }: Suspect): boolean {
    const partner = this.#strays.find((stray) =>
      this.#fits(stray.previous, event, this.#shift + stray.event.event_no - event.event_no),
    )
    if (partner === undefined) return false
    this.#findings.replace(partner.place, 'reordered', partner.event.event_no, event.event_no)
    return true
  }

  /** A change of the content; of the time, when it is finer than any of ours or out of order. */
  #changeOf(event: StoredEvent, next: StoredEvent | undefined): FindingKind {
    const at = Number(event.occurred)
    const early = this.#timed !== undefined && at < this.#timed
    const late = next !== undefined && at > Number(next.occurred)
    return early || late || !event.occurred.endsWith('000') ? 'restamped' : 'edited'
  }
}
