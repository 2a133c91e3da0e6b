import type { Assessment, ItemView, LightCounts, NodeView, SectionView, State } from '@eduduty/core/evaluation'
import type { RunIndex } from '../../platform/run/run-index.ts'
import type { ItemRow } from '../overview/item-row.ts'
import type { IndicatorListSearch } from './indicator-search.ts'

/** Group of the indicators that stand in no section. */
export const OTHERS = 'others'

/** All indicators in the order of the framework: sections first, then those that no section names. */
export function indicatorRows(index: RunIndex, lights: LightCounts, others: string): ItemRow[] {
  const { sections, nodes } = index.assessment
  const listed = new Set(sections.flatMap(({ items }) => items.map(({ indicator }) => indicator)))
  const counts = new Map(lights.map((one) => [one.node, one]))
  const rest: SectionView = { id: OTHERS, title: others, state: 'not_applicable', items: [] }
  return [
    ...sections.flatMap((section) => section.items.map((item): ItemRow => ({ section, item }))),
    ...nodes
      .filter(({ id, kind }) => kind === 'indicator' && !listed.has(id))
      .map(({ id }): ItemRow => ({ section: rest, item: bareItem(id, counts.get(id)) })),
  ]
}

function bareItem(indicator: string, light: LightCounts[number] | undefined): ItemView {
  const { met = 0, unmet = 0, undecided = 0, not_applicable = 0, error = 0 } = light ?? {}
  const counts = { met, unmet, undecided, not_applicable, error }
  return { indicator, state: stateOf(counts), counts, deciding: [], evidence: [], responsible: [] }
}

function stateOf(counts: ItemView['counts']): State {
  const order = ['unmet', 'error', 'undecided', 'met'] as const
  return order.find((state) => counts[state] > 0) ?? 'not_applicable'
}

export function filterIndicators(rows: readonly ItemRow[], search: IndicatorListSearch, index: RunIndex): ItemRow[] {
  const words = (search.q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ section, item }) => {
    const node = index.nodes.get(item.indicator)
    const name = `${node?.no ?? ''} ${node?.title ?? item.indicator}`.toLowerCase()
    if (!words.every((word) => name.includes(word))) return false
    if (search.section !== undefined && section.id !== search.section) return false
    if (search.state === undefined) return true
    if (search.state === 'open') return item.state !== 'met' && item.state !== 'not_applicable'
    return item.state === search.state
  })
}

/** Points of an indicator where a single subject is rated: `8 / 10`. */
export function pointsOf({ ratings = [] }: Assessment, node: NodeView): { points: string; full: string } | undefined {
  for (const { subjects } of ratings) {
    const [only, second] = subjects
    const item = second === undefined ? only?.items.find(({ indicator }) => indicator === node.id) : undefined
    if (item !== undefined) return { points: item.points.shown, full: item.full }
  }
  return undefined
}
