import type { Shift } from './ir.ts'
import type { Cause, Value } from './value.ts'

/** One row of a rowset as the JavaScript back end sees it. */
export interface Row {
  /** Value of a column by its id; a cell that was not filled is `missing`, with its own cause. */
  get(column: string): Value
  /** The unit the row belongs to, named in causes and coverage. */
  readonly unit?: string
}

export interface RowView {
  readonly rows: readonly Row[]
  /** Units expected to have a row but having none: each makes strict aggregates 未报. */
  readonly absent: readonly Cause[]
}

/** The values behind the names, for one subject. */
export interface Environment {
  scalar(id: string): Value
  rows(rowset: string): RowView
  /** Result that the database already computed for an aggregate over a register, keyed by `AggregateNode.key`. */
  aggregate?(key: string): Value | undefined
  /** Values of 上年, 上期, 截至 and 按; without these hooks such a name is an error that says so. */
  scalarAt?(id: string, shifts: readonly Shift[]): Value
  rowsAt?(rowset: string, shifts: readonly Shift[]): RowView
  /** Date so many working days later (negative: earlier); the year whose calendar is missing when one is. */
  addWorkdays?(date: string, days: number): { readonly date: string } | { readonly missingYear: number }
}
