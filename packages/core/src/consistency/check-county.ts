import type { Finding } from '../collection/index.ts'
import { type Evaluation, runChecks, stepChecks } from '../evaluation/index.ts'
import { stepOutliers } from './outliers/find-outliers.ts'
import { outlierFinding } from './outliers/outlier-findings.ts'
import { evaluationOf, type YearInput } from './year-evaluation.ts'

/** Every check of the pack over all rows of a county in a year. */
export const checkCounty = (input: YearInput): readonly Finding[] => runChecks(evaluationOf(input)).findings

export interface CheckStep {
  readonly done: number
  readonly total: number
  readonly findings: readonly Finding[]
}

/** The same with cells that stand out, in short steps: between two of them somebody else may have a turn. */
export function* checkCountyInSteps(evaluation: Evaluation): Generator<CheckStep, void> {
  const total = (evaluation.plan.pack.checks?.length ?? 0) + 1
  let done = 0
  for (const { findings } of stepChecks(evaluation)) {
    done += 1
    yield { done, total, findings }
  }
  for (const outliers of stepOutliers(evaluation))
    yield { done: total, total, findings: outliers.map((outlier) => outlierFinding(evaluation, outlier)) }
}
