import { madeId } from './marks.ts'
import { seedPack } from './seed-collection.ts'
import { idsOf, type OwnedRow, type SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** An appraisal of every unit stands at each of these steps. */
const steps = ['self_rating', 'rating', 'publicity', 'appealed'] as const
type Step = (typeof steps)[number]

/** Ids of what a unit has in appraisals. */
export const appraisalIds = (unit: SeedUnit) => ({
  appraisal: (step: Step) => madeId(`appraisal ${step} ${unit.county} ${unit.id}`),
  appeal: madeId(`appeal ${unit.county} ${unit.id}`),
  adjustment: madeId(`adjustment ${unit.county} ${unit.id}`),
  outcome: madeId(`outcome ${unit.county} ${unit.id}`),
  ranking: madeId(`ranking ${unit.county} ${unit.id}`),
})

export const seedItem = 'item1'
const never = '2999-12-31'

/** Rows of appraisals, in an order in which they can be inserted after the unit's run. */
export function appraisalRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const at = (wanted: readonly Step[], row: (unit: SeedUnit, step: Step) => SeedRow): OwnedRow[] =>
    world.units.flatMap((unit) =>
      wanted.map((step) => ({
        unit,
        row: { appraisal_id: appraisalIds(unit).appraisal(step), ...row(unit, step) },
      })),
    )
  const result = { version: 1 }
  const concluded = ['publicity', 'appealed'] as const
  return [
    ['appraisal_appraisals', at(steps, appraisalRow)],
    ['appraisal_items', at(steps, () => itemRow)],
    ['appraisal_evidence', at(['self_rating'], () => ({ item: seedItem, evidence_no: 1 }))],
    ['appraisal_assignments', at(['rating'], () => ({ section: 'section', seat: 1, handed_in_at: null }))],
    [
      'appraisal_opinions',
      at(['rating'], (unit) => ({
        opinion_id: madeId(`opinion ${unit.path}`),
        item: seedItem,
        seat: 1,
        points: '1',
        level: null,
        replaced_at: null,
      })),
    ],
    [
      'appraisal_adjustments',
      at(['rating'], (unit) => ({
        adjustment_id: appraisalIds(unit).adjustment,
        kind: '加分',
        side: 'office',
        points: '1',
        state: 'proposed',
        papers: '{}',
        decided_points: null,
        decision: null,
        decided_by: null,
        decider_id: null,
        decided_at: null,
      })),
    ],
    ['appraisal_results', at(concluded, () => ({ ...result, kind: 'conclusion' }))],
    ['appraisal_result_items', at(concluded, () => ({ ...result, item: seedItem, points: '1' }))],
    ['appraisal_publications', at(['publicity'], () => ({ ...result, kind: 'announce', until: never }))],
    [
      'appraisal_appeals',
      at(['appealed'], (unit) => ({
        appeal_id: appraisalIds(unit).appeal,
        status: 'waiting',
        decision: null,
        decided_by: null,
        decided_at: null,
        version: null,
      })),
    ],
    ...afterwards(world, at),
    ['appraisal_events', at(steps, (_, step) => ({ action: 'open', state: step }))],
  ]
}

type Each = (wanted: readonly Step[], row: (unit: SeedUnit) => SeedRow) => OwnedRow[]

/** What follows from a result that is public. */
function afterwards(world: SeedWorld, at: Each): readonly (readonly [string, readonly OwnedRow[]])[] {
  const one = { units: 1, version: 1 }
  const outcome = (unit: SeedUnit) => ({ outcome_id: appraisalIds(unit).outcome })
  return [
    [
      'appraisal_rankings',
      world.units.map((unit) => ({
        unit,
        row: { ranking_id: appraisalIds(unit).ranking, year: 2025, units: 1, left_out: 0 },
      })),
    ],
    [
      'appraisal_ranks',
      at(['publicity'], (unit) => {
        const ranking = { ranking_id: appraisalIds(unit).ranking, place: 1, is_tied: false, left_out: 0, why_not: '' }
        return { ...one, ...ranking }
      }),
    ],
    [
      'appraisal_letters',
      at(['publicity'], (unit) => ({ letter_id: madeId(`letter ${unit.path}`), letter_no: 1, version: 1 })),
    ],
    [
      'appraisal_outcomes',
      at(['publicity'], (unit) => ({ ...outcome(unit), kind: 'other', amount: null, due_on: null })),
    ],
    ['appraisal_outcome_strikes', world.units.map((unit) => ({ unit, row: outcome(unit) }))],
  ]
}

function appraisalRow(unit: SeedUnit, step: Step): SeedRow {
  return {
    run_id: idsOf(unit).run,
    rating_id: step,
    pack_id: seedPack.id,
    pack_hash: seedPack.hash,
    year: 2025,
    state: step,
    self_until: never,
    rate_until: never,
    publicity_days: 5,
    appeal_days: 5,
    tolerance_percent: '10',
    returned_until: null,
    publicity_until: step === 'publicity' ? never : null,
    appeal_until: step === 'publicity' ? never : null,
    version: step === 'publicity' || step === 'appealed' ? 1 : 0,
  }
}

const itemRow: SeedRow = {
  item: seedItem,
  item_no: 1,
  section: 'section',
  full_points: '5',
  levels: '{}',
  level_points: '{}',
  computed_points: null,
  computed_level: null,
  self_points: '1',
  self_level: null,
  return_reason: null,
}
