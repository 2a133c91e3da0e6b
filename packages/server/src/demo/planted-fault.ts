import type { Answers } from './answers.ts'
import type { DraftValue } from './sheet-draft.ts'

/** One cell that is written otherwise than it should be. */
export interface CellChange {
  readonly register: string
  /** School code, or code/stage for 分学段补充表, or the county's items. */
  readonly unit: string
  readonly column: string
  readonly value: DraftValue | ((answers: Answers) => DraftValue)
}

/** What a reader of the results must be shown because of a fault. */
export type Expectation =
  /** A finding with this code on the fault's cell or file. */
  | {
      readonly kind: 'finding'
      readonly codes: readonly string[]
      readonly level: 'error' | 'repair'
    }
  /** A check between cells that fires for this unit. */
  | { readonly kind: 'check'; readonly check: string; readonly unit: string }
  /** A judgement of an indicator: met, unmet, undecided. */
  | {
      readonly kind: 'judgement'
      readonly node: string
      readonly subject: string
      readonly status: 'met' | 'unmet' | 'undecided'
    }
  /** A school that is listed as not having reported. */
  | { readonly kind: 'missing_school'; readonly unit: string }

/** A fault planted on purpose, and where the software shows it. */
export interface PlantedFault {
  readonly id: string
  readonly title: string
  readonly year: number
  /** Chinese: where a reader sees it and what it means there. */
  readonly shown: string
  readonly expect: readonly Expectation[]
  readonly changes?: readonly CellChange[]
  /** File that is itself the fault. */
  readonly file?: string
  /** School whose workbook never comes. */
  readonly withheld?: string
}
