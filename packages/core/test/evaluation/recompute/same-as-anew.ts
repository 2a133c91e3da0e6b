import { expect } from 'vitest'
import {
  type ChangeEntry,
  compareAssessments,
  countyChanges,
  keptAssessment,
  type RowEdit,
  recompute,
  type StandingCounty,
  standCounty,
} from '../../../src/evaluation/index.ts'

/** Changes rows and holds every figure and judgement against evaluating all rows anew; gives the new county. */
export function changeAndCompare(standing: StandingCounty, edits: readonly RowEdit[]): Changed {
  const { standing: next, reach } = recompute(standing, { edits })
  const anew = standCounty(next.input)
  const [found, wanted] = [next.county.assessment(), anew.county.assessment()]
  expect(found.figures).toEqual(wanted.figures)
  for (const part of ['verdict', 'effects', 'sections', 'ratings', 'dispersions', 'subjects'] as const)
    expect(found[part], part).toEqual(wanted[part])
  const changes = countyChanges(standing.county.evaluation, next.county.evaluation, reach)
  expect(changes.map(withoutName)).toEqual(compareAssessments(kept(standing), kept(anew)).map(withoutName))
  return { next, changes, isLocal: reach !== 'all' }
}

export interface Changed {
  readonly next: StandingCounty
  readonly changes: readonly ChangeEntry[]
  readonly isLocal: boolean
}

/** Names of subjects are told with the stage in one list and without it in the other. */
const withoutName = ({ subject: _, ...rest }: ChangeEntry): Omit<ChangeEntry, 'subject'> => rest

const kept = ({ county }: StandingCounty) => keptAssessment(county.assessment())
