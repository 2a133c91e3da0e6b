import type { MatchPerson, PairKeys, ProposedPair } from '@eduduty/core/enrolment'
import type { FuzzyRule } from '@eduduty/core/packs'
import type { LentKeys } from '../../platform/keys/lend-keys.ts'
import type { SealedPlace } from '../../platform/keys/seal.ts'

/** A row on its way to the thread: its number is still sealed, and is opened there only. */
export interface SentPerson extends Omit<MatchPerson, 'identity'> {
  /** Which of the sides of the request it comes from. */
  readonly from: number
  readonly sealed: string | undefined
}

/** Where the sealed numbers of one side stand, and the keys of that register alone; absent where they are not sealed. */
export interface SentSide {
  readonly place: SealedPlace | undefined
  readonly keys: LentKeys | undefined
}

export interface FuzzyRequest {
  readonly rule: FuzzyRule
  /** Day of the comparison. */
  readonly today: string
  readonly sides: readonly SentSide[]
  readonly lefts: readonly SentPerson[]
  readonly rights: readonly SentPerson[]
  /** Pairs that a person has refused. */
  readonly refused: readonly string[]
  /** Pairs that are asked about again. */
  readonly again: readonly PairKeys[]
}

export interface FuzzyReply {
  readonly pairs: readonly ProposedPair[]
}
