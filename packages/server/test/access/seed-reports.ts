import { madeId } from './marks.ts'
import { seedPack } from './seed-collection.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

const states = ['writing', 'review', 'final'] as const
type State = (typeof states)[number]

/** Ids of what a unit has in reports: one in each state. */
export const reportIds = (unit: SeedUnit) => ({
  report: (state: State) => madeId(`report ${state} ${unit.county} ${unit.id}`),
  comment: madeId(`report comment ${unit.county} ${unit.id}`),
  check: madeId(`check ${unit.county} ${unit.id}`),
})

/** Rows of reports, in an order in which they can be inserted. */
export function reportRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const at = (of: readonly State[], row: (unit: SeedUnit, state: State) => SeedRow): OwnedRow[] =>
    world.units.flatMap((unit) =>
      of.map((state) => ({ unit, row: { report_id: reportIds(unit).report(state), ...row(unit, state) } })),
    )
  return [
    ['reports_drafts', at(states, draftRow)],
    [
      'reports_versions',
      at(states, (unit) => ({ version: 1, reason: 'start', content: contentFor(unit), sha256: null })),
    ],
    ['reports_comments', at(['writing'], (unit) => ({ comment_id: reportIds(unit).comment, resolves: null }))],
    ['claims_checks', world.units.map((unit) => ({ unit, row: checkRow(unit) }))],
    ['claims_marks', world.units.map((unit) => ({ unit, row: { ...checkKey(unit), finding: 0, state: 'settled' } }))],
  ]
}

const checkKey = (unit: SeedUnit): SeedRow => ({ check_id: reportIds(unit).check })

function checkRow(unit: SeedUnit): SeedRow {
  const { canary } = unit
  const at = { start: 0, end: canary.length, paragraph: 1 }
  const said = { sentence: canary, computation: canary, expected: canary, found: canary }
  return {
    ...checkKey(unit),
    source: 'file',
    sha256: 'c'.repeat(64),
    report_id: null,
    run_id: null,
    older_id: null,
    content: JSON.stringify({
      text: canary,
      blocks: [{ kind: 'paragraph', pieces: [{ start: 0, end: canary.length }] }],
    }),
    result: JSON.stringify({
      check: {
        claims: [],
        findings: [{ grade: 'wrong', ...said, claims: [], at, kind: 'sum', corrections: [] }],
        confirmed: 0,
      },
      figures: [],
    }),
    numbers: 1,
    confirmed: 0,
    wrong: 1,
    doubtful: 0,
    uncheckable: 0,
    keep_until: '2999-01-01',
  }
}

function draftRow(unit: SeedUnit, state: State): SeedRow {
  return {
    run_id: madeId(`run ${unit.county} ${unit.id}`),
    pack_id: seedPack.id,
    year: 2025,
    outline: `default_report ${state}`,
    kind: 'self_evaluation',
    grain: 'county',
    subject: unit.id,
    file_name: `${unit.canary}.docx`,
    max_characters: null,
    state,
    revision: 1,
    open_marks: 0,
    content: contentFor(unit),
  }
}

const contentFor = ({ canary }: SeedUnit): string =>
  JSON.stringify({
    title: canary,
    blocks: [{ kind: 'paragraph', id: 'k1', key: '1', pieces: [{ text: canary }], laid: canary }],
    dropped: [],
  })
