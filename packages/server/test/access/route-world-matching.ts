import { matchingIds } from './seed-matching.ts'
import type { SeedUnit } from './world-plan.ts'

/** Ids of what comparisons have found for a unit. */
export interface MatchingTarget {
  readonly matchProposal: string
  readonly matchFinding: string
}

export function targetMatching(unit: SeedUnit): MatchingTarget {
  const { proposal, finding } = matchingIds(unit)
  return { matchProposal: proposal, matchFinding: finding }
}

/** Ids of the same form that nothing has. */
export const ghostMatching = (id: (what: string) => string): MatchingTarget => ({
  matchProposal: id('match proposal'),
  matchFinding: id('match finding'),
})
