/** One problem of a task, before it is stored. */
export interface FoundProblem {
  readonly kind: 'cell' | 'check' | 'outlier' | 'blank'
  readonly severity: 'hard' | 'soft'
  readonly code: string
  readonly check: string
  readonly title: string
  readonly rowNo: number
  readonly columns: readonly string[]
  readonly message: string
  readonly advice: string
  readonly left?: { readonly label: string; readonly text: string }
  readonly right?: { readonly label: string; readonly text: string }
}

export interface CheckedTask {
  readonly problems: readonly FoundProblem[]
  readonly filledCells: number
  /** Ids of the columns that each row need not hold. */
  readonly notApplicable: ReadonlyMap<number, readonly string[]>
}
