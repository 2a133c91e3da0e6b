import type { FormFinding } from '@eduduty/core/consistency'

/** One problem of a task, before it is stored: what rules find, and what cells and peers show. */
export interface FoundProblem extends Omit<FormFinding, 'kind'> {
  readonly kind: FormFinding['kind'] | 'outlier'
}

export interface CheckedTask {
  readonly problems: readonly FoundProblem[]
  readonly filledCells: number
  /** Ids of the columns that each row need not hold. */
  readonly notApplicable: ReadonlyMap<number, readonly string[]>
}
