import { groupBy } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { AnswerRow, Answers } from '../answers.ts'
import { county, type DemoYear, isOpen, judgedYear, schools } from '../county.ts'
import { countyRows } from '../county-answers.ts'
import { createDemoFiles, type DemoFile } from '../demo-files.ts'
import { lineOf } from '../draw-school-workbook.ts'
import { drawTable } from '../draw-table.ts'
import { plainTable } from '../layouts.ts'
import { rosterRows } from '../roster-answers.ts'
import { countyTableRows, placedOf } from '../rosters/county-rows.ts'
import { dutyRows } from '../rosters/duty-rows.ts'
import { financeRows } from '../rosters/finance-rows.ts'
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

/** Workbooks of the demo county's offices for the year of the tasks and the one before, of those registers that a pack has. */
export async function dutyYearFiles(registers: readonly Register[]): Promise<readonly DemoFile[]> {
  const out = createDemoFiles()
  const wanted = registers.filter(({ id }) => ofOffices.has(id))
  for (const [year, basis] of basisOf) {
    const rows = groupBy(rowsOf(year, basis), ({ register }) => register)
    const sheets = wanted.map((register) => {
      const title = `${county.name}${year}年${register.title}`
      const texts = { sheet: register.title, title, line: lineOf(county.name, year) }
      return { draft: drawTable(register, rows.get(register.id) ?? [], plainTable, texts).draft, cells: [] }
    })
    await out.addWorkbook(`${year}/部门报表.xlsx`, sheets, county.name)
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
