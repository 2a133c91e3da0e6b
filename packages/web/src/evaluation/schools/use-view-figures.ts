import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import type { SubjectView } from '../../platform/run/subject-views.ts'

/** More subjects than this and each indicator is asked for by itself, so that the first columns need not wait for the last. */
const MOST_AT_ONCE = 1000

interface ViewFigures {
  readonly figures: readonly Figure[]
  /** True until every indicator is there. */
  readonly pending: boolean
  /** Nothing to show yet, not even one column. */
  readonly empty: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** Figures of the indicators at the grain of a view. */
export function useViewFigures(view: SubjectView, indicators: readonly NodeView[]): ViewFigures {
  const run = useCurrentRun()
  const parts = useMemo(() => {
    const nodes = indicators.map((node) => node.id)
    if (nodes.length === 0) return []
    return view.subjects.length > MOST_AT_ONCE ? nodes.map((node) => [node]) : [nodes]
  }, [view, indicators])
  return useQueries({
    queries: parts.map((node) => figuresQuery(run.id, { grain: view.grain, node })),
    combine: join,
  })
}

type Answer = Pick<UseQueryResult<Figure[], Error>, 'data' | 'isPending' | 'error' | 'refetch'>

function join(answers: readonly Answer[]): ViewFigures {
  const failed = answers.find((answer) => answer.error !== null)
  return {
    figures: answers.flatMap((answer) => answer.data ?? []),
    pending: answers.some((answer) => answer.isPending),
    empty: answers.length === 1 && answers[0]?.isPending === true,
    error: failed?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.error !== null) answer.refetch()
    },
  }
}
