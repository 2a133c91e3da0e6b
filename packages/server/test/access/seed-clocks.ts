import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** The time limit that every unit has. */
export const clockOf = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>): string => madeId(`clock ${county} ${id}`)

/** Rows of time limits, in an order in which they can be inserted: one that runs, with its start and a reminder, a unit. */
export function clockRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] => world.units.map((unit) => ({ unit, row: row(unit) }))
  const rule = JSON.stringify({
    id: 'reply',
    title: '答复',
    length: { amount: 31, unit: '自然日' },
    rest_end: '不顺延',
    remind: [],
    ladder: [],
  })
  return [
    [
      'clocks_clocks',
      each((unit) => ({
        clock_id: clockOf(unit),
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
        clock_id: clockOf(unit),
        event_no: 1,
        type: 'start',
        on_day: '2026-01-01',
        due_on: null,
        amount: null,
      })),
    ],
    [
      'clocks_firings',
      each((unit) => ({
        clock_id: clockOf(unit),
        kind: 'remind',
        on_day: '2026-01-25',
        due_on: '2026-02-01',
        subject_kind: 'seed.subject',
      })),
    ],
  ]
}
