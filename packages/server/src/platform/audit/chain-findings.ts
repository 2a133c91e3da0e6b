import type { ChainFinding, FindingKind } from '@eduduty/core/audit'
import { occurredAt, type StoredEvent } from './read-chain.ts'

/** More than so many findings of one chain are only counted. */
const mostFindings = 100

/** What was found in one chain, with a bound on how much is told. */
export class ChainFindings {
  readonly #county: string
  readonly #list: ChainFinding[] = []
  #leftOut = 0

  constructor(county: string) {
    this.#county = county
  }

  get list(): readonly ChainFinding[] {
    return this.#list
  }

  get leftOut(): number {
    return this.#leftOut
  }

  get isFull(): boolean {
    return this.#list.length >= mostFindings
  }

  /** Returns the finding's place in the list; undefined when it was only counted. */
  add(kind: FindingKind, event: StoredEvent, rest: Partial<ChainFinding> = {}): number | undefined {
    if (this.isFull) {
      this.#leftOut += 1
      return undefined
    }
    return this.#list.push({ county: this.#county, kind, from: event.event_no, at: occurredAt(event), ...rest }) - 1
  }

  replace(place: number, kind: FindingKind, from: number, to: number): void {
    this.#list[place] = { county: this.#county, kind, from, to }
  }
}
