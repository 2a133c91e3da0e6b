import type { MatchPerson, ProposedPair } from '@eduduty/core/enrolment'
import type { FuzzyRule, Register } from '@eduduty/core/packs'
import type { LentKeys } from '../../platform/keys/lend-keys.ts'

/** A row on its way to the thread: its number is still sealed, and is opened there only. */
export interface SentPerson extends Omit<MatchPerson, 'identity'> {
  /** Which of the sides of the request it comes from. */
  readonly from: number
  readonly sealed: string | undefined
}

/** Where the sealed numbers of one side stand, and the keys of that register alone. */
export interface SentSide {
  readonly register: Register
  /** Column of the number; absent where the side has none. */
  readonly column: string | undefined
  readonly keys: LentKeys | undefined
}

export interface FuzzyRequest {
  readonly rule: FuzzyRule
  readonly county: string
  readonly sides: readonly SentSide[]
  readonly lefts: readonly SentPerson[]
  readonly rights: readonly SentPerson[]
  /** Pairs that a person has refused. */
  readonly refused: readonly string[]
}

export interface FuzzyReply {
  readonly pairs: readonly ProposedPair[]
}
