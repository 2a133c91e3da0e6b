import type { FormFinding } from '@eduduty/core/consistency'

/** One problem of a task, before it is stored: what rules find, and what cells and peers show. */
export interface FoundProblem extends Omit<FormFinding, 'kind'> {
  readonly kind: FormFinding['kind'] | 'outlier'
}

export interface CheckedTask {
  readonly problems: readonly FoundProblem[]
  /** How many there are besides `problems`: of a great roster only the first ones are told one by one. */
  readonly uncounted?: { readonly cells: number; readonly hard: number; readonly soft: number }
  readonly filledCells: number
  /** Ids of the columns that each row need not hold. */
  readonly notApplicable: ReadonlyMap<number, readonly string[]>
}
