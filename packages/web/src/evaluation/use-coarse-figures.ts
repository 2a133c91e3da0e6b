import type { Figure } from '@eduduty/core/evaluation'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { figuresQuery } from '../platform/run/queries.ts'

/** More subjects than this and their figures do not fit into one cell of the tree. */
const MOST_SUBJECTS = 4

/** Figures by node at the grains that have no reporting unit: the county, and its stages. */
export function useCoarseFigures(): ReadonlyMap<string, readonly Figure[]> {
  const { id } = useCurrentRun()
  const grains = useCoarseGrains()
  return useQueries({ queries: grains.map((grain) => figuresQuery(id, { grain })), combine: byNode })
}

/** The grains that have no reporting unit, and few subjects. */
export function useCoarseGrains(): readonly string[] {
  const { index } = useCurrentRun()
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const subject of index.assessment.subjects) {
      if (subject.unit === undefined) counts.set(subject.grain, (counts.get(subject.grain) ?? 0) + 1)
    }
    return [...counts].filter(([, count]) => count <= MOST_SUBJECTS).map(([grain]) => grain)
  }, [index])
}

function byNode(answers: readonly { readonly data: Figure[] | undefined }[]): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>()
  for (const figure of answers.flatMap((answer) => answer.data ?? [])) {
    found.set(figure.node, [...(found.get(figure.node) ?? []), figure])
  }
  return found
}
