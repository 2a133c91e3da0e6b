import { compareAssessments, type KeptAssessment, keptAssessment, type MoveEffect } from '@eduduty/core/evaluation'
import { type CollectedSnapshot, evaluateSnapshot } from '../assess-collected.ts'

const LISTED = 200

/** What comes out otherwise of two evaluations. */
export function effectOf(before: CollectedSnapshot, after: CollectedSnapshot): MoveEffect {
  const changes = compareAssessments(assess(before), assess(after))
  const figures = changes.filter(({ kind }) => kind === 'figure').length
  return { judgements: changes.length - figures, figures, changes: changes.slice(0, LISTED) }
}

const assess = (snapshot: CollectedSnapshot): KeptAssessment => keptAssessment(evaluateSnapshot(snapshot).assessment())
