import type { Rational } from './rational.ts'

/**
 * How far a value may be trusted. In arithmetic the strongest wins, in this order:
 * error > not_applicable > missing > doubtful > known.
 * Chinese: known 已知, doubtful 存疑, missing 未报, not_applicable 不适用, error 错误.
 */
export type Status = 'known' | 'doubtful' | 'missing' | 'not_applicable' | 'error'

/** A civil date as text, YYYY-MM-DD. */
export interface CivilDate {
  readonly date: string
}

export type Content = Rational | string | boolean | CivilDate | readonly Content[]

/** Why a value is not plainly known: who did not report what, or which rule failed. */
export interface Cause {
  /** Catalogued code, e.g. `missing_cell`, `missing_row`, `division_by_zero`, `failed_check`. */
  readonly code: string
  readonly message: string
  readonly register?: string
  readonly unit?: string
  readonly column?: string
}

/** How many rows an aggregate expected (from the register of units), got, and left out as not applicable. */
export interface Coverage {
  readonly expected: number
  readonly reported: number
  readonly notApplicable: number
}

/** Limits of a missing number: whatever the missing cells hold, it lies between them. `undefined` = unbounded. */
export interface Bounds {
  readonly low: Rational | undefined
  readonly high: Rational | undefined
}

/** One result of a formula. `content` is present exactly when `status` is known or doubtful. */
export interface Value {
  readonly status: Status
  readonly content?: Content
  /** Exact square of an irrational content (差异系数): comparisons are decided on it. */
  readonly square?: Rational
  readonly bounds?: Bounds
  readonly coverage?: Coverage
  readonly causes: readonly Cause[]
}
