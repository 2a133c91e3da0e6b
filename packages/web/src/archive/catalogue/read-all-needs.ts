import type { NeedRow } from '@eduduty/core/archive'
import { type CatalogueKey, readNeeds } from '../archive-queries.ts'
import type { CatalogueSearch } from '../archive-search.ts'

/** A request reaches this many at once; a printed list is not longer either. */
const MOST = 2000

/** Every need that the filters let through, however many pages the list has. */
export async function readAllNeeds(key: CatalogueKey, search: CatalogueSearch): Promise<readonly NeedRow[]> {
  const found: NeedRow[] = []
  let total = 1
  while (found.length < Math.min(total, MOST)) {
    const list = await readNeeds(key, search, found.length)
    if (list.needs.length === 0) break
    found.push(...list.needs)
    total = list.total
  }
  return found.slice(0, MOST)
}

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
