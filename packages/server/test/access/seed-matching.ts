import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** Ids of what comparisons of registers have found for a unit. */
export const matchingIds = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>) => ({
  run: madeId(`match run ${county} ${id}`),
  proposal: madeId(`match proposal ${county} ${id}`),
  finding: madeId(`match finding ${county} ${id}`),
})

const made = '2026-01-05T00:00:00Z'

/** Rows of comparisons that belong to units, in an order in which they can be inserted. */
export function matchingRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (ids: ReturnType<typeof matchingIds>) => SeedRow): OwnedRow[] =>
    world.units.map((unit) => ({ unit, row: row(matchingIds(unit)) }))
  const none = { left_rows: 1, right_rows: 1, matched: 0, unmatched: 1, exempt: 0, proposed: 1, asked: 1 }
  return [
    [
      'enrolment_match_runs',
      each(({ run }) => ({ run_id: run, year: 2025, state: 'done', started_at: made, ended_at: made })),
    ],
    [
      'enrolment_match_results',
      each(({ run }) => ({ run_id: run, place: 0, finds: '左边没有右边', ledger: '疑似失学', ...none })),
    ],
    [
      'enrolment_proposals',
      each(({ proposal, run }) => ({
        proposal_id: proposal,
        year: 2025,
        left_cells: '{}',
        right_cells: '{}',
        left_number: '',
        right_number: '',
        reasons: '[]',
        points: 60,
        is_sure: false,
        last_run: run,
        state: 'open',
        settled_at: null,
      })),
    ],
    [
      'enrolment_findings',
      each(({ finding, run }) => ({
        finding_id: finding,
        year: 2025,
        ledger: '疑似失学',
        id_number: '',
        phone: '',
        sex: '',
        birth_on: null,
        found_at: made,
        last_run: run,
        state: 'open',
        settled_at: null,
        case_id: null,
        schools: '[]',
      })),
    ],
  ]
}
