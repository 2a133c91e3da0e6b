import type { Node, Rational } from '../../formula/index.ts'
import type { PackPlan } from '../plan.ts'
import type { Delta } from './delta.ts'

/** Limits of a number that hold on all data, before the change and after it. */
export interface Range {
  readonly low: Rational | undefined
  readonly high: Rational | undefined
}

export const NO_RANGE: Range = { low: undefined, high: undefined }

/** Two states of a pack that are compared: what has come of each name that formulas use. */
export interface Compared {
  readonly before: PackPlan
  readonly after: PackPlan
  /** Of a name in a formula, by its symbol id. */
  symbol(id: string): Delta
  /** Of a column of a set of rows; columns of registers never change. */
  column(rowset: string, column: string): Delta
  /** Of the number of rows: fewer subjects are `down`. */
  rows(rowset: string): Delta
  range(node: Node): Range
  /** Says in words why something cannot be told. */
  doubt(reason: string): Delta
}
