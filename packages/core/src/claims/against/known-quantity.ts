import type { Rational } from '../../formula/index.ts'

/** A figure of the system that a report may speak of. */
export interface KnownQuantity {
  readonly figure: string
  readonly title: string
  /** Name of the school, stage or township; undefined for the county. */
  readonly subject: string | undefined
  readonly isStage: boolean
  readonly unit: string
  readonly value: Rational
  readonly year: number
}

/** What a report is held against: sentences that the system wrote from a run, and the run's figures. */
export interface Reference {
  readonly year: number
  readonly sentences: readonly string[]
  readonly quantities: readonly KnownQuantity[]
}
