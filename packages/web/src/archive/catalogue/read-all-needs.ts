import { type NeedRow, openNeedStates } from '@eduduty/core/archive'
import { type CatalogueKey, readNeeds } from '../archive-queries.ts'
import type { CatalogueSearch } from '../archive-search.ts'

/** A request reaches this many at once; a list printed from the page is not longer either. */
export const MOST_NEEDS = 2000

export interface ReadNeeds {
  readonly needs: readonly NeedRow[]
  readonly total: number
}

/** The needs that the filters let through, however many pages the list has, up to `MOST_NEEDS`; `total`: how many there are. */
export async function readAllNeeds(key: CatalogueKey, search: CatalogueSearch): Promise<ReadNeeds> {
  const found: NeedRow[] = []
  let total = 1
  while (found.length < Math.min(total, MOST_NEEDS)) {
    const list = await readNeeds(key, search, found.length)
    if (list.needs.length === 0) break
    found.push(...list.needs)
    total = list.total
  }
  return { needs: found.slice(0, MOST_NEEDS), total }
}

/** Of needs those of which a unit can be asked: not in order, and not waiting for a review of the office itself. */
export const askable = (needs: readonly NeedRow[]): readonly NeedRow[] =>
  needs.filter(({ state }) => openNeedStates.has(state) && state !== 'unread')

export interface UnitNeeds {
  readonly unit: string
  readonly name: string
  readonly needs: readonly NeedRow[]
}

/** The needs of each unit together, units and needs in the order they came. */
export function needsByUnit(needs: readonly NeedRow[]): readonly UnitNeeds[] {
  const units = new Map<string, { unit: string; name: string; needs: NeedRow[] }>()
  for (const one of needs) {
    const group = units.get(one.unit) ?? { unit: one.unit, name: one.unit_name, needs: [] }
    group.needs.push(one)
    units.set(one.unit, group)
  }
  return [...units.values()]
}
