import type { IndicatorEvidence, NeedRow } from '@eduduty/core/archive'

/** What stands behind one indicator of a chain. */
export interface EvidenceGroup {
  readonly indicator: string
  readonly title: string
  readonly catalogue: string
  readonly needs: readonly NeedRow[]
  /** How many materials there are beyond those listed. */
  readonly unlisted: number
}

/** Answers by indicator, in the order in which they come; of an indicator in two of them, the first answer counts. */
export function groupEvidence(answers: readonly (IndicatorEvidence | undefined)[]): readonly EvidenceGroup[] {
  const groups = new Map<string, EvidenceGroup>()
  for (const answer of answers) {
    const { catalogue, needs, items } = answer ?? { needs: [], items: [] }
    if (catalogue === undefined) continue
    const before = new Set(groups.keys())
    for (const { indicator, needed, listed } of items) {
      const own = needs.filter((need) => need.indicator === indicator)
      const [first] = own
      if (first === undefined || before.has(indicator)) continue
      const unlisted = Math.max(0, needed - listed)
      groups.set(indicator, { indicator, title: first.indicator_title, catalogue, needs: own, unlisted })
    }
  }
  return [...groups.values()]
}
