import type { RegisterRow } from '../collection/index.ts'
import type { Check } from '../packs/index.ts'
import type { Doubts } from './dataset.ts'
import type { EvaluationOptions } from './evaluated-year.ts'
import { Evaluation } from './evaluation.ts'
import { occasionOf } from './parameter-values.ts'
import type { PackPlan } from './plan.ts'
import { type CheckOutcome, joinDoubts, stepChecks } from './run-checks.ts'
import { readYear } from './year-data.ts'

export interface YearInput {
  readonly plan: PackPlan
  /** Of all years. */
  readonly rows: readonly RegisterRow[]
  readonly year: number
  readonly county: { readonly code: string; readonly name: string }
  readonly past: Pick<EvaluationOptions, 'previous' | 'earlier' | 'aggregates' | 'verified' | 'assumed'>
}

/** One year of a county: as the rows say, what the checks say of them, and the same with doubtful cells marked. */
export interface YearResult {
  readonly first: Evaluation
  readonly outcomes: ReadonlyMap<Check, CheckOutcome>
  readonly doubts: Doubts
  /** `first` itself where nothing is doubtful. */
  readonly evaluation: Evaluation
}

/** Evaluates one year, its checks first: a failed hard check makes cells 存疑. */
export function evaluateYear({ plan, rows, year, county, past }: YearInput): YearResult {
  const options: EvaluationOptions = {
    occasion: occasionOf(plan.pack, year, county.code),
    countyName: county.name,
    ...past,
  }
  const first = new Evaluation(plan, readYear(plan, rows, year), options)
  const outcomes = new Map([...stepChecks(first)].map((outcome) => [outcome.check, outcome]))
  const doubts = joinDoubts(outcomes.values())
  if (doubts.size === 0) return { first, outcomes, doubts, evaluation: first }
  // Results of the database know nothing of doubts: rows speak for themselves where some are doubtful.
  const { aggregates: _, ...plain } = options
  return { first, outcomes, doubts, evaluation: new Evaluation(plan, readYear(plan, rows, year, doubts), plain) }
}
