import type { NodeView } from '@eduduty/core/evaluation'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import type { RunIndex } from '../../platform/run/run-index.ts'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { CompareSearch } from './compare-search.ts'
import { compareMessages } from './messages.ts'

const route = getRouteApi('/shell/run/evaluation/compare')

/** Indicators by which units are judged one by one, in the order of the framework. */
export function useUnitIndicators(): readonly NodeView[] {
  const { index } = useCurrentRun()
  return useMemo(() => unitIndicators(index), [index])
}

export function unitIndicators({ assessment }: RunIndex): readonly NodeView[] {
  const ofUnits = new Set(
    assessment.subjects.filter(({ unit, included }) => unit !== undefined && included).map(({ grain }) => grain),
  )
  const listed = assessment.sections.flatMap(({ items }) => items.map(({ indicator }) => indicator))
  const place = new Map(listed.map((id, at) => [id, at]))
  return assessment.nodes
    .filter(({ kind, grain }) => kind === 'indicator' && ofUnits.has(grain))
    .toSorted((a, b) => (place.get(a.id) ?? listed.length) - (place.get(b.id) ?? listed.length))
}

/** Changes one filter; the others stay. */
export function useFilterChange(): (part: CompareSearch) => void {
  const navigate = route.useNavigate()
  return (part) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
}

export function NodeFilter({ node, nodes }: { node: string; nodes: readonly NodeView[] }): ReactNode {
  const change = useFilterChange()
  return (
    <span className="inline-label rank-node">
      <ChoiceFilter
        label={compareMessages.node}
        value={node}
        options={nodes.map(({ id, no, title }) => ({ value: id, label: [no, title].filter(Boolean).join(' ') }))}
        pick={(id) => change({ node: id })}
      />
    </span>
  )
}
