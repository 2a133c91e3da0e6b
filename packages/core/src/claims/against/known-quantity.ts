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

/** A cell of a table that the system wrote in Word, at its row and column counted from 0. */
export interface KnownCell {
  /** Document and number of the table. */
  readonly table: string
  readonly row: number
  readonly column: number
  readonly text: string
  readonly figures: readonly string[]
}

/** What a report is held against: sentences and tables that the system wrote from a run, and the run's figures. */
export interface Reference {
  readonly year: number
  readonly sentences: readonly KnownSentence[]
  readonly cells: readonly KnownCell[]
  readonly quantities: readonly KnownQuantity[]
  /** Whose report it is, where that is known; else its title and signature are asked. */
  readonly about?: string
}
