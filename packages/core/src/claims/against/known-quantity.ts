import type { Rational } from '../../formula/index.ts'

/** A figure of the system that a report may speak of. */
export interface KnownQuantity {
  readonly figure: string
  readonly title: string
  /** Name of the school, stage, township or department; undefined for the county. */
  readonly subject: string | undefined
  readonly isStage: boolean
  readonly unit: string
  readonly value: Rational
  /** As the system prints it, without unit. */
  readonly shown: string
  readonly year: number
}

/** A sentence that the system wrote, with the figures that stand in it. */
export interface KnownSentence {
  readonly text: string
  readonly figures: readonly string[]
}

/** What a report is held against: sentences that the system wrote from a run, and the run's figures. */
export interface Reference {
  readonly year: number
  readonly sentences: readonly KnownSentence[]
  readonly quantities: readonly KnownQuantity[]
  /** Whose report it is, where that is known; else its title and signature are asked. */
  readonly about?: string
}
