import type { DataRow } from '../../evaluation/index.ts'

/** A cell that stands out, or (without a column) a whole form that repeats another. */
export interface Outlier {
  readonly register: string
  readonly row: DataRow
  readonly column: string | undefined
  /** The higher, the stranger. */
  readonly score: number
  readonly message: string
}
