import type { Pack, Register } from '@eduduty/core/packs'
import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

export const seedPack = {
  id: 'seed-pack',
  hash: 'seed',
  former: 'f'.repeat(64),
  register: 'r_seed_pack_seed_register',
  roster: 'r_seed_pack_seed_roster',
} as const

const columns: Register['columns'] = [
  { id: 'name', title: '名称', type: 'text' },
  { id: 'pupils', title: '学生数', type: 'integer', unit: '人' },
]
const filled = { period: '学年', reporter: '单位', columns } as const
export const seedRegisters: readonly Register[] = [
  { id: 'seed_register', title: '试验台账', row_is: '一个单位', ...filled },
  { id: 'seed_roster', title: '试验名册', row_is: '一名学生', ...filled },
]

/** The pack that everything in the world is collected by. */
export const seedPackContent: Pack = {
  pack: {
    id: seedPack.id,
    version: '1.0.0',
    title: '试验',
    issuer: '试验',
    document: '试验',
    scope: '试验',
    since: '2020-01-01',
    licence: '试验',
  },
  registers: [...seedRegisters],
  indicators: [],
}

/** A task of every unit stands at each of these steps; `roster` is a list of many rows that is being filled. */
const steps = ['filling', 'returned', 'submitted', 'first_reviewed', 'verified', 'frozen', 'roster'] as const
type Step = (typeof steps)[number]

const registerOf = (step: Step): string => (step === 'roster' ? 'seed_roster' : 'seed_register')
const stateOf = (step: Step): string => (step === 'roster' ? 'filling' : step)

/** Ids of what a unit has in collecting. A unit has one task in each period, so each step has a period of its own. */
export const collectingIds = (unit: SeedUnit) => {
  const id = (what: string): string => madeId(`${what} ${unit.county} ${unit.id}`)
  return {
    period: (step: Step) => id(`period ${step}`),
    task: (step: Step) => id(`task ${step}`),
    submission: (step: Step) => id(`submission ${step}`),
    returnedCell: id('returned cell'),
    request: id('request'),
    countersign: id('countersign'),
    upload: id('upload'),
    reminder: id('reminder'),
    countyCheck: id('county check'),
  }
}

/** Numbers of seeded rows lie above those that the database gives. */
export function rowNumberOf(world: SeedWorld, unit: SeedUnit, step: Step | 'none'): number {
  return 1_000_000 + world.units.indexOf(unit) * 10 + (step === 'none' ? 9 : steps.indexOf(step))
}

export interface CollectingContents {
  /** Who is asked to countersign everywhere; absent: nobody who exists. */
  readonly countersigner?: string
  /** Of collection_uploads.marked; absent: any bytes. */
  readonly marked?: (unit: SeedUnit) => Uint8Array
}

type TableRows = readonly [string, readonly OwnedRow[]]

/** Rows of collecting, in an order in which they can be inserted after the unit's own submissions. */
export function collectingRows(world: SeedWorld, contents: CollectingContents): readonly TableRows[] {
  const at = (wanted: readonly Step[], row: (unit: SeedUnit, step: Step) => SeedRow): OwnedRow[] =>
    world.units.flatMap((unit) => wanted.map((step) => ({ unit, row: row(unit, step) })))
  const task = (unit: SeedUnit, step: Step) => ({ task_id: collectingIds(unit).task(step) })
  const cell = { row_no: 0, column_id: 'name' }
  return [
    ['collection_periods', at(steps, periodRow)],
    ['collection_tasks', at(steps, taskRow)],
    [
      'collection_pack_moves',
      at(['filling'], (unit, step) => ({
        period_id: collectingIds(unit).period(step),
        kind: 'move',
        undoes: null,
        pack_id: seedPack.id,
        from_hash: seedPack.former,
        to_hash: seedPack.hash,
        tasks: 1,
        carried: 1,
      })),
    ],
    [
      'collection_task_events',
      at(steps, (unit, step) => ({ ...task(unit, step), action: 'fill', state: stateOf(step), version: 1 })),
    ],
    [
      'collection_cell_changes',
      at(['filling'], (unit, step) => ({
        ...task(unit, step),
        column_id: 'name',
        row_no: rowNumberOf(world, unit, step),
        submission_id: collectingIds(unit).submission(step),
        way: 'page',
      })),
    ],
    [
      'collection_returned_cells',
      at(['returned'], (unit, step) => ({
        ...task(unit, step),
        ...cell,
        return_id: collectingIds(unit).returnedCell,
        submission_id: collectingIds(unit).submission(step),
        purpose: 'mend',
        due_on: '2026-12-31',
        answered_at: null,
        settled_at: null,
      })),
    ],
    [
      'collection_requests',
      at(['frozen'], (unit, step) => ({
        ...task(unit, step),
        request_id: collectingIds(unit).request,
        kind: 'correction',
        status: 'waiting',
      })),
    ],
    [
      'collection_findings',
      at(['filling', 'submitted'], (unit, step) => ({
        ...task(unit, step),
        ...cell,
        finding_no: 1,
        kind: 'check',
        severity: 'soft',
        check_id: 'seed_check',
      })),
    ],
    [
      'collection_explanations',
      at(['submitted'], (unit, step) => ({
        ...task(unit, step),
        row_no: 0,
        check_id: 'seed_check',
        status: 'pending',
      })),
    ],
    [
      'collection_countersigns',
      at(['submitted'], (unit, step) => ({
        ...task(unit, step),
        countersign_id: collectingIds(unit).countersign,
        status: 'asked',
        ...(contents.countersigner !== undefined && { person_id: contents.countersigner }),
      })),
    ],
    [
      'collection_uploads',
      at(['filling'], (unit, step) => ({
        ...task(unit, step),
        upload_id: collectingIds(unit).upload,
        sha256: 'ab'.repeat(32),
        way: 'upload',
        status: 'partly',
        ...(contents.marked !== undefined && { marked: contents.marked(unit) }),
      })),
    ],
    [
      'collection_reminders',
      at(['filling'], (unit, step) => ({
        reminder_id: collectingIds(unit).reminder,
        period_id: collectingIds(unit).period(step),
        unit_id: unit.id,
        tasks: 1,
        seen_at: null,
      })),
    ],
    [
      'collection_county_checks',
      at(['filling'], (unit, step) => ({
        period_id: collectingIds(unit).period(step),
        run_id: collectingIds(unit).countyCheck,
        submissions: 1,
        hard: 1,
        soft: 0,
        notes: 0,
      })),
    ],
    [
      'collection_county_findings',
      at(['filling'], (unit, step) => ({
        period_id: collectingIds(unit).period(step),
        run_id: collectingIds(unit).countyCheck,
        no: 1,
        level: 'hard',
      })),
    ],
  ]
}

/** What was handed in of every task, and its rows; both stand beside others of the same tables. */
export const collectedSubmissions = (world: SeedWorld): readonly OwnedRow[] =>
  world.units.flatMap((unit) =>
    steps.map((step) => ({
      unit,
      row: {
        submission_id: collectingIds(unit).submission(step),
        task_id: collectingIds(unit).task(step),
        pack_id: seedPack.id,
        register: registerOf(step),
        year: 2025,
        status: step === 'filling' || step === 'roster' ? 'draft' : step,
        supersedes: null,
        file_id: null,
        sheet_no: null,
      },
    })),
  )

export const collectedRows = (world: SeedWorld, register: string): readonly OwnedRow[] =>
  world.units.flatMap((unit) =>
    steps
      .filter((step) => registerOf(step) === register)
      .map((step) => ({
        unit,
        row: {
          row_no: rowNumberOf(world, unit, step),
          year: 2025,
          submission_id: collectingIds(unit).submission(step),
          file_id: null,
          sheet_no: null,
          refused: null,
        },
      })),
  )

const window = { opens_on: '2026-11-01', closes_on: '2026-12-31', review_days: 5 } as const
const pack = { pack_id: seedPack.id, pack_hash: seedPack.hash, year: 2025 } as const

function periodRow(unit: SeedUnit, step: Step): SeedRow {
  return {
    period_id: collectingIds(unit).period(step),
    title: `${unit.canary} ${step}`,
    status: 'open',
    ...pack,
    ...window,
  }
}

function taskRow(unit: SeedUnit, step: Step): SeedRow {
  const ids = collectingIds(unit)
  return {
    task_id: ids.task(step),
    period_id: ids.period(step),
    register: registerOf(step),
    unit_id: unit.id,
    state: stateOf(step),
    submission_id: ids.submission(step),
    version: 1,
    has_first_review: true,
    due_on: '2026-12-31',
    assigned_to: null,
    assigned_name: null,
    blank_cells: 0,
    cell_errors: 0,
    hard_errors: 0,
    open_explanations: 0,
    ...pack,
    ...window,
  }
}
