import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** Id of the notice that each unit has sent to itself. */
export const noticeId = ({ path }: Pick<SeedUnit, 'path'>): string => madeId(`notice ${path}`)

/** Rows of the desk that belong to units. */
export function deskRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] => world.units.map((unit) => ({ unit, row: row(unit) }))
  const open = {
    answer_by: '2099-12-31',
    made_at: '2026-01-05T00:00:00Z',
    recalled_at: null,
    paper_id: null,
    file_name: null,
  }
  return [
    ['desk_receipts', each((unit) => ({ person_id: madeId(`reader ${unit.path}`), seen_at: open.made_at }))],
    ['desk_notices', each((unit) => ({ notice_id: noticeId(unit), ...open }))],
    [
      'desk_notice_reminders',
      each((unit) => ({ notice_id: noticeId(unit), reminder_no: 1, units: 1, reminded_at: open.made_at })),
    ],
    [
      'identity_delegations',
      each((unit) => ({
        delegation_id: madeId(`delegation ${unit.path}`),
        giver_id: madeId(`giver ${unit.path}`),
        delegate_id: madeId(`delegate ${unit.path}`),
        since: '2026-01-05',
        until: '2026-01-12',
        made_at: open.made_at,
        withdrawn_at: null,
      })),
    ],
    ['desk_notice_units', each((unit) => ({ notice_id: noticeId(unit), unit_id: unit.id, ...open, seen_at: null }))],
  ]
}
