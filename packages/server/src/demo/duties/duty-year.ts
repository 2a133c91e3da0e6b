import { groupBy } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { AnswerRow, Answers } from '../answers.ts'
import { county, type DemoYear, isOpen, judgedYear, schools } from '../county.ts'
import { countyRows } from '../county-answers.ts'
import { createDemoFiles, type DemoFile } from '../demo-files.ts'
import { lineOf } from '../draw-school-workbook.ts'
import { drawTable } from '../draw-table.ts'
import type { DrawnSheet } from '../draw-vertical-form.ts'
import { plainTable } from '../layouts.ts'
import { rosterRows } from '../roster-answers.ts'
import { countyTableRows, placedOf } from '../rosters/county-rows.ts'
import { dutyRows } from '../rosters/duty-rows.ts'
import { financeRows } from '../rosters/finance-rows.ts'
import { townshipDutyRows } from '../rosters/township-duty-rows.ts'
import { countedTownshipRows } from '../rosters/township-rows.ts'
import { schoolFigures } from '../school-figures.ts'

/** The year of the tasks; it goes as the judged year before it went, and the year before as the one before that. */
export const dutyYear = judgedYear + 1
const basisOf: readonly (readonly [year: number, basis: DemoYear])[] = [
  [dutyYear - 1, 2024],
  [dutyYear, 2025],
]

/** What offices hand in, not the rosters of persons: the year is not over, and nobody waits for a demo to count pupils. */
const ofOffices: ReadonlySet<string> = new Set([
  'county_form',
  'county_basics',
  'school_roster',
  'county_finance',
  'stage_finance',
  'special_funds',
  'special_education',
  'training',
  'exchange',
  'kindergartens',
  'informatization',
  'school_allocation',
  'duty_scheme',
  'duty_items',
  'duty_events',
  'school_buildings',
])

/** What townships are measured by. */
const ofTownships: ReadonlySet<string> = new Set([
  'township_basics',
  'child_register',
  'kindergartens',
  'township_scheme',
  'township_yearly',
  'township_items',
  'township_events',
])

/** One workbook on the demo county's townships for the year of the tasks, of those registers that a pack has. */
export async function townshipYearFiles(registers: readonly Register[]): Promise<readonly DemoFile[]> {
  const basis = 2025
  const all = schools.filter((school) => isOpen(school, basis)).map((school) => schoolFigures(school, basis))
  const forms = countyRows(
    basis,
    all.filter(({ stages }) => stages.length > 0),
  )
  const basics = forms.find(({ register }) => register === 'county_basics')?.answers ?? {}
  const rows = [...countedTownshipRows({ year: dutyYear, all, basics }), ...townshipDutyRows(dutyYear)]
  const out = createDemoFiles()
  const wanted = registers.filter(({ id }) => ofTownships.has(id))
  await out.addWorkbook(`${dutyYear}/乡镇报表.xlsx`, sheetsOf(wanted, rows, dutyYear), county.name)
  return out.files
}

function sheetsOf(registers: readonly Register[], all: readonly AnswerRow[], year: number): DrawnSheet[] {
  const rows = groupBy(all, ({ register }) => register)
  return registers.map((register) => {
    const title = `${county.name}${year}年${register.title}`
    const texts = { sheet: register.title, title, line: lineOf(county.name, year) }
    return { draft: drawTable(register, rows.get(register.id) ?? [], plainTable, texts).draft, cells: [] }
  })
}

/** Workbooks of the demo county's offices for the year of the tasks and the one before, of those registers that a pack has. */
export async function dutyYearFiles(registers: readonly Register[]): Promise<readonly DemoFile[]> {
  const out = createDemoFiles()
  const wanted = registers.filter(({ id }) => ofOffices.has(id))
  for (const [year, basis] of basisOf) {
    await out.addWorkbook(`${year}/部门报表.xlsx`, sheetsOf(wanted, rowsOf(year, basis), year), county.name)
  }
  return out.files
}

function rowsOf(year: number, basis: DemoYear): readonly AnswerRow[] {
  const figures = schools.filter((school) => isOpen(school, basis)).map((school) => schoolFigures(school, basis))
  const mainstream = figures.filter(({ stages }) => stages.length > 0)
  const forms = countyRows(basis, mainstream).map((row) =>
    'report_year' in row.answers ? { ...row, answers: { ...row.answers, report_year: year } } : row,
  )
  const answersOf = (id: string): Answers => forms.find(({ register }) => register === id)?.answers ?? {}
  const [basics, form] = [answersOf('county_basics'), answersOf('county_form')]
  return [
    ...rosterRows(basis),
    ...forms,
    ...financeRows(year, basics, form),
    ...countyTableRows(year, mainstream, placedOf(basics, form), form),
    ...dutyRows(year, mainstream),
  ]
}
