import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** Rows of time limits, in an order in which they can be inserted: one that runs, with its start and a reminder, a unit. */
export function clockRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] => world.units.map((unit) => ({ unit, row: row(unit) }))
  const id = (unit: SeedUnit): string => madeId(`clock ${unit.county} ${unit.id}`)
  const rule = JSON.stringify({ id: 'reply', title: '答复', rest_end: '不顺延', remind: [], ladder: [] })
  return [
    [
      'clocks_clocks',
      each((unit) => ({
        clock_id: id(unit),
        subject_kind: 'seed.subject',
        rule,
        state: 'running',
        started_on: '2026-01-01',
        due_on: '2026-02-01',
        missing_year: null,
        next_on: null,
      })),
    ],
    [
      'clocks_events',
      each((unit) => ({
        clock_id: id(unit),
        event_no: 1,
        type: 'start',
        on_day: '2026-01-01',
        due_on: '2026-02-01',
        amount: null,
      })),
    ],
    [
      'clocks_firings',
      each((unit) => ({
        clock_id: id(unit),
        kind: 'remind',
        on_day: '2026-01-25',
        due_on: '2026-02-01',
        subject_kind: 'seed.subject',
      })),
    ],
  ]
}
