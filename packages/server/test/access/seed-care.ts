import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** Id of the child in care that every unit holds. */
export const careId = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>): string => madeId(`care ${county} ${id}`)

/** Id of a picture of a visit to that child. */
export const careFileId = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>): string =>
  madeId(`care file ${county} ${id}`)

const lines = { government: '县', department: '县', township: '乡镇', school: '学校' } as const
const made = '2026-01-05T00:00:00Z'
const day = '2026-01-02'

/** Rows of children in care, in an order in which they can be inserted: a child of its own for each unit. */
export function careRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] =>
    world.units.map((unit) => ({ unit, row: { child_id: careId(unit), holding_no: 1, ...row(unit) } }))
  const record = (row: SeedRow): OwnedRow[] => each(() => ({ record_no: 1, on_day: day, recorded_at: made, ...row }))
  return [
    [
      'enrolment_care_children',
      each((unit) => ({
        unit_id: unit.id,
        line: lines[unit.kind],
        from_on: day,
        until_on: null,
        is_lead: true,
        sex: '',
        birth_on: null,
        id_number_sealed: null,
        id_number_index: null,
        phone_sealed: null,
        township_id: unit.id,
        school_id: unit.id,
        placement: 'taught_at_home',
        is_at_home: true,
        placed_on: day,
        review_on: day,
        care: 'left_behind',
        last_visit_on: null,
        visit_due_on: '2026-02-01',
        clock_id: null,
        registered_on: day,
        closed_on: null,
        source: 'person',
        case_id: null,
      })),
    ],
    [
      'enrolment_placements',
      record({
        deed: 'placed',
        kind: 'taught_at_home',
        is_at_home: true,
        school_id: null,
        review_on: day,
        pack: 'dropout-control',
        version: '0.1.0',
      }),
    ],
    ['enrolment_lessons', record({ state: 'held', strikes: null, hours: '2' })],
    ['enrolment_care_plans', record({ kind: 'left_behind', helper_phone_sealed: null })],
    ['enrolment_care_visits', record({ days_late: 0, record_key: null })],
    [
      'enrolment_care_files',
      each((unit) => ({
        file_id: careFileId(unit),
        visit_no: 1,
        kind: 'photo',
        media: 'image/png',
        bytes: 100,
        sha256: 'cd'.repeat(32),
        added_at: made,
      })),
    ],
    ['enrolment_diagnoses', record({ content_sealed: 'k1:sealed' })],
  ]
}
