import type { CodeIndex } from '../../collection/index.ts'
import type { State } from '../assessment.ts'
import type { StandingCounty } from '../evaluate-county.ts'
import type { Evaluation } from '../evaluation.ts'
import { stateOfTruth } from '../judge.ts'
import type { RatedSubject } from '../rating/rating-contract.ts'
import { ratingViews } from '../rating/rating-view.ts'
import { countyChanges } from '../recompute/county-changes.ts'
import { recompute } from '../recompute/recompute.ts'
import { type Assumption, MOST_CHANGES, type WhatIfAnswer } from './contracts.ts'
import { readAssumptions } from './read-assumptions.ts'

/** What would follow if some inputs were others: every verdict that depends on them, before and after. */
export function tryAssumptions(
  standing: StandingCounty,
  assumptions: readonly Assumption[],
  codes: ReadonlyMap<string, CodeIndex>,
): Omit<WhatIfAnswer, 'stale' | 'read_at'> {
  const { refused, ...change } = readAssumptions(standing, assumptions, codes)
  const { standing: next, reach } = recompute(standing, change)
  const [before, after] = [standing.county.evaluation, next.county.evaluation]
  const changes = countyChanges(before, after, reach)
  const figures = changes.filter(({ kind }) => kind === 'figure')
  const { pack } = after.plan
  return {
    refused: [...refused],
    verdict: {
      title: pack.verdict?.title ?? pack.pack.title,
      before: stateOfTruth(before.outcome()),
      after: stateOfTruth(after.outcome()),
    },
    ratings: ratingsOf(before, after),
    items: itemsOf(before, after),
    counts: {
      judgements: changes.length - figures.length,
      turned: figures.filter(({ state_before, state_after }) => state_before !== state_after).length,
      figures: figures.length,
    },
    changes: changes.slice(0, MOST_CHANGES),
  }
}

function itemsOf(before: Evaluation, after: Evaluation): WhatIfAnswer['items'] {
  const stateAt = (evaluation: Evaluation, id: string): State => {
    const node = evaluation.plan.node(id)
    return node === undefined ? 'error' : stateOfTruth(evaluation.met(node, evaluation.county()))
  }
  return (after.plan.pack.sections ?? []).flatMap(({ title: section, items }) =>
    items.map((indicator) => ({
      indicator,
      title: after.plan.node(indicator)?.node.title ?? indicator,
      section,
      before: stateAt(before, indicator),
      after: stateAt(after, indicator),
    })),
  )
}

/** Those rated of whom there are few enough to be read; where there are more, those whose points change. */
function ratingsOf(before: Evaluation, after: Evaluation): WhatIfAnswer['ratings'] {
  const former = new Map(
    ratingViews(before).flatMap(({ id, subjects }) => subjects.map((one) => [`${id} ${one.subject}`, one] as const)),
  )
  const rated = ratingViews(after).flatMap(({ id, title, subjects }) =>
    subjects.flatMap((now) => {
      const was = former.get(`${id} ${now.subject}`)
      if (was === undefined) return []
      return [
        {
          title,
          subject: now.name,
          before: was.points,
          after: now.points,
          grade_before: gradeOf(was),
          grade_after: gradeOf(now),
        },
      ]
    }),
  )
  const most = 200
  if (rated.length <= most) return rated
  return rated
    .filter((one) => one.before.shown !== one.after.shown || one.grade_before !== one.grade_after)
    .slice(0, most)
}

const gradeOf = ({ possible }: RatedSubject): string => (possible.length === 0 ? '不评等次' : possible.join('或'))
