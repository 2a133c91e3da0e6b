import type { CellValue, RegisterRow } from '@eduduty/core/collection'
import { layOutReport, type ReportModel, subjectsOf } from '@eduduty/core/documents'
import { type CountyFacade, evaluateCounty, planPack } from '@eduduty/core/evaluation'
import type { Pack } from '@eduduty/core/packs'
import { departmentDutyRows, dutyRows, figuresOf, townshipDutyRows } from '../../src/demo/index.ts'
import { readPack } from '../../src/packs/index.ts'
import { dutyCounty, registerRow } from './duty-county.ts'

/** The data that a report may be written from: as handed in, with gaps, all well, without a year before, hardly anything. */
export const STATES = ['full', 'missing', 'met', 'no_last_year', 'empty'] as const
export type State = (typeof STATES)[number]

type Cells = (now: RegisterRow['values']) => Readonly<Record<string, CellValue>>

export async function loadPack(id: string): Promise<Pack> {
  const { loaded, problems } = await readPack(id, process.cwd())
  if (loaded === undefined) throw new Error(JSON.stringify(problems))
  return loaded.pack
}

export function countyIn(pack: Pack, state: State): CountyFacade {
  const rows = rowsIn(pack, state)
  return evaluateCounty({ plan: planPack(pack), rows, year: 2025, packHash: '', snapshot: '', runId: '', program: '' })
}

function rowsIn(pack: Pack, state: State): readonly RegisterRow[] {
  const drawn = [2024, 2025].flatMap((year) => [
    ...dutyRows(year, figuresOf(year === 2024 ? 2024 : 2025)),
    ...townshipDutyRows(year),
    ...departmentDutyRows(year),
  ])
  const rows = [...dutyCounty(pack), ...drawn.flatMap((row) => registerRow(pack, row))]
  switch (state) {
    case 'full':
      return rows
    case 'missing':
      return withGaps(rows)
    case 'met':
      return allWell(rows)
    case 'no_last_year':
      return rows.filter(({ year }) => year === 2025)
    case 'empty':
      return rows.filter(
        ({ register, year }) => year === 2025 && ['school_roster', 'departments', 'township_basics'].includes(register),
      )
  }
}

/** Registers of which nothing, or not the first few rows, came in this year. */
const gaps: Readonly<Record<string, number>> = {
  county_finance: 1,
  school_form: 2,
  school_extra: 1,
  township_yearly: 2,
  department_yearly: 3,
  duty_items: 2,
}

function withGaps(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  const left = new Map(Object.entries(gaps))
  return rows.filter(({ register, year }) => {
    const count = left.get(register) ?? 0
    if (year !== 2025 || count === 0) return true
    left.set(register, count - 1)
    return false
  })
}

const mended: Readonly<Record<string, Cells>> = {
  duty_items: () => ({ duty_conclusion: '3' }),
  duty_events: () => ({ event_occurred: false }),
  township_basics: (now) => ({
    children_not_enrolled: '0',
    children_inside: String(Number(now.children_inside) + Number(now.children_not_enrolled)),
  }),
  township_items: () => ({ township_conclusion: '3' }),
  township_events: () => ({ township_event_occurred: false }),
  township_yearly: (now) => ({
    inspections: '9',
    meetings: '9',
    hazards_gone: now.hazards_found ?? '0',
    money_given: now.money_due ?? '0',
  }),
  department_duties: () => ({ duty_result: '3' }),
  department_events: () => ({ department_event_occurred: false }),
  department_yearly: (now) => ({
    tasks_done: now.tasks_due ?? '0',
    tables_timely: now.tables_due ?? '0',
    joint_attended: now.joint_due ?? '0',
    findings_done: now.findings_due ?? '0',
  }),
}

const allWell = (rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.map((row) => ({ ...row, values: { ...row.values, ...mended[row.register]?.(row.values) } }))

/** Every report of the pack that somebody may ask for. */
export const reportsOf = (
  county: CountyFacade,
): readonly { readonly limit: number | undefined; readonly report: ReportModel }[] =>
  (county.pack.reports ?? []).flatMap((outline) =>
    subjectsOf(county, outline).map((about) => ({
      limit: outline.max_characters,
      report: layOutReport(county, outline, about),
    })),
  )

/** The paragraphs and headings of one report, a line each. */
export const linesOf = ({ blocks }: ReportModel): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.sentences.map(({ text }) => text).join('')]
    return block.kind === 'heading' ? [block.text] : []
  })
