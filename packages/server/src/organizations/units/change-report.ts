import type { UnitChange } from '@eduduty/core/organizations'
import type { CarriedRows } from './carry-rows.ts'

/** Gathers what a change did, for preview and for the audit log. */
export interface ChangeReport {
  says(unit: { readonly unitId: string; readonly name: string }, says: string): void
  carried(rows: readonly CarriedRows[]): void
  postsClosed(count: number): void
  change(): UnitChange
}

export function startReport(): ChangeReport {
  const units: UnitChange['units'] = []
  const tables = new Map<string, number>()
  let posts = 0
  return {
    says({ unitId, name }, says) {
      units.push({ unit_id: unitId, name, says })
    },
    carried(rows) {
      for (const { title, rows: count } of rows) tables.set(title, (tables.get(title) ?? 0) + count)
    },
    postsClosed(count) {
      posts += count
    },
    change: () => ({
      units,
      tables: [...tables].map(([title, rows]) => ({ title, rows })),
      rows: [...tables.values()].reduce((sum, rows) => sum + rows, 0),
      posts_closed: posts,
    }),
  }
}
