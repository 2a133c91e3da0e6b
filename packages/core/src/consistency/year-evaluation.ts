import type { RegisterRow } from '../collection/index.ts'
import { Evaluation, findCounty, occasionOf, type PackPlan, readYear } from '../evaluation/index.ts'

export interface YearInput {
  readonly plan: PackPlan
  readonly year: number
  /** Rows of this year and the one before; others are not looked at. */
  readonly rows: readonly RegisterRow[]
  /** Default: what the pack's county register says. */
  readonly county?: { readonly code: string; readonly name: string }
}

/** The year with the year before behind it, where there are rows of it: enough for checks, before any doubt. */
export function evaluationOf({ plan, year, rows, county }: YearInput): Evaluation {
  const own = county ?? findCounty(plan, rows, year)
  const at = (of: number, previous: Evaluation | undefined): Evaluation =>
    new Evaluation(plan, readYear(plan, rows, of), {
      occasion: occasionOf(plan.pack, of, own.code),
      countyName: own.name,
      previous,
      earlier: previous === undefined ? [] : [previous],
    })
  const hasBefore = rows.some((row) => row.year === year - 1)
  return at(year, hasBefore ? at(year - 1, undefined) : undefined)
}
