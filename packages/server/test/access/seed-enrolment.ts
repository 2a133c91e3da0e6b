import { type FoundCasework, findCasework } from '../../src/enrolment/cases/definitions/find-casework.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { madeId } from './marks.ts'
import { clockOf } from './seed-clocks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** Ids of the case that every unit holds. */
export const caseIds = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>) => ({
  case: madeId(`case ${county} ${id}`),
  paper: madeId(`case paper ${county} ${id}`),
  file: madeId(`case file ${county} ${id}`),
  destruction: madeId(`destruction ${county}`),
  handover: madeId(`handover ${county} ${id}`),
  export: madeId(`export ${county} ${id}`),
  periodic: madeId(`periodic ${county} ${id}`),
})

const lines = { government: '县', department: '县', township: '乡镇', school: '学校' } as const
const made = '2026-01-05T00:00:00Z'
const HASH = 'c'.repeat(64)
const STATE = 'school_persuading'

/** The definition by which all cases of a county are handled; it belongs to no unit. */
export async function seedDefinitions(db: Database, world: SeedWorld): Promise<void> {
  const { casework, clocks, papers, pack, version }: FoundCasework = await findCasework(db)
  const content = JSON.stringify({ casework, clocks, papers })
  const counties = [...new Set(world.units.map(({ county }) => county))]
  await db.loadRows(
    'enrolment_definitions',
    ['county_code', 'content_hash', 'pack', 'version', 'casework', 'content', 'kept_at'],
    counties.map((county) => [county, HASH, pack, version, casework.id, content, made]),
  )
}

/** Rows of cases that belong to units, in an order in which they can be inserted: a case of its own for each. */
export function enrolmentRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] =>
    world.units.map((unit) => ({ unit, row: { case_id: caseIds(unit).case, holding_no: 1, ...row(unit) } }))
  return [
    [
      'enrolment_holdings',
      each((unit) => ({
        unit_id: unit.id,
        line: lines[unit.kind],
        from_on: '2026-01-02',
        until_on: null,
        is_lead: true,
        sex: '',
        birth_on: null,
        id_number_sealed: null,
        id_number_index: null,
        phone_sealed: null,
        township_id: unit.id,
        school_id: unit.id,
        state: STATE,
        state_since: '2026-01-02',
        owner_line: '学校',
        clock_id: null,
        due_on: '2099-12-31',
        opened_on: '2026-01-02',
        closed_on: null,
        exit: null,
        earlier_case: null,
        days_clean: null,
        schooling: 'left',
        found_kind: 'report',
        found_id: null,
        content_hash: HASH,
        destroyed_on: null,
      })),
    ],
    [
      'enrolment_events',
      each((unit) => ({
        event_no: 1,
        type: 'open',
        step: null,
        on_day: '2026-01-02',
        fields: '[]',
        exit: null,
        amount: null,
        state: STATE,
        line: lines[unit.kind],
        recorded_at: made,
        record_key: null,
        former_hash: null,
      })),
    ],
    [
      'enrolment_case_papers',
      each((unit) => ({
        paper_id: caseIds(unit).paper,
        event_no: 1,
        kind: 'persuasion_record',
        year: 2026,
        number_no: 1,
        unit_id: unit.id,
        content: paperOf(unit.canary),
        content_hash: '0'.repeat(64),
        made_at: made,
      })),
    ],
    [
      'enrolment_case_files',
      each((unit) => ({
        file_id: caseIds(unit).file,
        event_no: 1,
        kind: 'photo',
        media: 'image/png',
        bytes: 100,
        sha256: 'ab'.repeat(32),
        added_at: made,
      })),
    ],
    ['enrolment_handovers', handovers(world)],
    ['enrolment_exports', exportsOf(world)],
    ...periodicOf(world),
    [
      'enrolment_destructions',
      world.units
        .filter(({ kind }) => kind === 'government')
        .map((unit) => ({
          unit,
          row: {
            destruction_id: caseIds(unit).destruction,
            closed_until: '2017-01-01',
            years: 9,
            cases: 1,
            state: 'proposed',
            proposed_by: 'somebody',
            proposed_at: made,
            decided_by: '',
            decided_at: null,
            destroyed: 0,
          },
        })),
    ],
  ]
}

const paperOf = (mark: string): string =>
  JSON.stringify({
    title: mark,
    addressee: mark,
    paragraphs: [mark],
    visits: [],
    signs: [],
    signer: mark,
    date: '',
  })

/** Every unit has offered a child to itself, so that both sides of it are its own. */
function handovers(world: SeedWorld): OwnedRow[] {
  return world.units.flatMap((unit) =>
    (['from', 'to'] as const).map((side) => ({
      unit,
      row: {
        handover_id: caseIds(unit).handover,
        side,
        case_id: caseIds(unit).case,
        from_county: unit.county,
        to_county: unit.county,
        to_unit: unit.id,
        state: 'offered',
        offered_at: made,
        answered_at: null,
      },
    })),
  )
}

/** Every unit has asked for a list, and nobody has answered yet. */
function exportsOf(world: SeedWorld): OwnedRow[] {
  return world.units.map((unit) => ({
    unit,
    row: {
      export_id: caseIds(unit).export,
      ledger: 'cases',
      year: 2025,
      unit_path: '',
      row_state: '',
      children: 1,
      minors: 1,
      state: 'asked',
      asked_by: 'somebody',
      asked_at: made,
      decided_by: '',
      decided_at: null,
      fetched: 0,
    },
  }))
}

/** Every unit owes a report of a stretch that is not over, and has kept what it stated of an earlier one. */
function periodicOf(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: SeedRow): OwnedRow[] =>
    world.units.map((unit) => ({ unit, row: { periodic_id: caseIds(unit).periodic, ...row } }))
  const reports = each({
    year: 2098,
    figures: '{open}',
    ends_on: '2099-08-31',
    version: 1,
    stated_on: '2026-01-02',
    handed_in_on: '2026-01-02',
    returned_on: null,
    planned_at: made,
  })
  return [
    ['enrolment_periodic', reports.map(({ unit, row }) => ({ unit, row: { ...row, clock_id: clockOf(unit) } }))],
    [
      'enrolment_periodic_versions',
      each({ version: 1, stated_on: '2026-01-02', stated: '{}', counted: '{}', handed_in_at: made }),
    ],
    ['enrolment_periodic_children', each({ version: 1, line_no: 1, ledger: 'cases' })],
  ]
}
