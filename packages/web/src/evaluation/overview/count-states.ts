import type { SectionView, State } from '@eduduty/core/evaluation'

/** Items by light, over all sections. */
export function countStates(sections: readonly SectionView[]): Record<State | 'all', number> {
  const counts = { all: 0, met: 0, unmet: 0, undecided: 0, not_applicable: 0, error: 0 }
  for (const item of sections.flatMap((section) => section.items)) {
    counts[item.state] += 1
    counts.all += 1
  }
  return counts
}
