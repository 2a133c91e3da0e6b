import type { CauseView, SectionView } from '@eduduty/core/evaluation'

/** Open items that the same reports would decide. */
export interface OwedGroup {
  readonly key: string
  readonly owed: readonly CauseView[]
  /** Indicators of the items. */
  readonly items: readonly string[]
}

/** Open items by the smallest set of reports found for each; the reports that decide most come first. */
export function groupOwed(sections: readonly SectionView[]): OwedGroup[] {
  const groups = new Map<string, { owed: CauseView[]; items: string[] }>()
  for (const item of sections.flatMap((section) => section.items)) {
    if (item.state !== 'undecided' || item.deciding.length === 0) continue
    const owed = [...new Map(item.deciding.map((cause) => [reportOf(cause), cause])).values()]
    const key = owed.map(reportOf).sort().join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { owed, items: [item.indicator] })
    else group.items.push(item.indicator)
  }
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => b.items.length - a.items.length)
}

/** One report: what one unit owes of one register. */
function reportOf(cause: CauseView): string {
  return [
    cause.unit ?? cause.unit_name ?? '',
    cause.register ?? '',
    cause.unit === undefined ? cause.message : '',
  ].join(' ')
}
