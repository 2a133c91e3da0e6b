import { groupBy } from '@eduduty/core/collection'
import type { AnswerRow } from '../answers.ts'
import { county, type DemoYear, judgedYear } from '../county.ts'
import type { DemoFiles, GetRegister } from '../demo-files.ts'
import { lineOf } from '../draw-school-workbook.ts'
import { drawTable } from '../draw-table.ts'
import type { DrawnSheet } from '../draw-vertical-form.ts'
import { plainTable } from '../layouts.ts'
import type { SchoolFigures } from '../school-figures.ts'
import { townshipArea } from '../staff/demo-areas.ts'
import { rosterCounty } from './build-rosters.ts'
import { departmentDutyRows } from './department-duty-rows.ts'
import { dutyRows } from './duty-rows.ts'
import { townshipDutyRows } from './township-duty-rows.ts'

/** Workbooks of the offices: path inside the year, author, registers in the order of their sheets. */
const offices = [
  [
    '部门数据/财政局教育经费.xlsx',
    '县财政局',
    ['county_finance', 'stage_finance', 'school_allocation', 'special_funds'],
  ],
  [
    '部门数据/教育局台账.xlsx',
    '县教育局',
    ['special_education', 'training', 'exchange', 'informatization', 'kindergartens'],
  ],
  ['部门数据/乡镇情况.xlsx', '县教育局', ['township_basics', 'adult_education']],
] as const

/** And those of the yearly evaluation of the county's duties, of its townships and of its departments. */
const dutyOffices = [
  ['部门数据/督导办履职评价.xlsx', '县政府督导办', ['duty_scheme', 'duty_items', 'duty_events']],
  ['部门数据/教育局校舍安全.xlsx', '县教育局', ['school_buildings']],
  [
    '部门数据/督导办乡镇考核.xlsx',
    '县政府督导办',
    ['township_scheme', 'township_yearly', 'township_items', 'township_events'],
  ],
  [
    '部门数据/督导办部门考核.xlsx',
    '县政府督导办',
    ['departments', 'department_scheme', 'department_duties', 'department_yearly', 'department_events'],
  ],
] as const

export interface RosterYear {
  readonly year: DemoYear
  readonly figures: readonly SchoolFigures[]
  /** What the county's offices fill in their forms. */
  readonly county: readonly AnswerRow[]
  /** With the tables of the packs county-duty, township-duty and department-duty. */
  readonly duty: boolean
}

const assessedRows = (year: DemoYear, figures: readonly SchoolFigures[]): AnswerRow[] => [
  ...dutyRows(year, figures),
  ...townshipDutyRows(year),
  ...departmentDutyRows(year),
]

/** Writes the tables of offices for a year and, for the judged year, the rosters of persons: one workbook for a township. */
export async function handInRosters(
  out: DemoFiles,
  getRegister: GetRegister,
  { year, figures, county: forms, duty }: RosterYear,
): Promise<void> {
  const rows = groupBy(
    [...rosterCounty(year, figures, forms), ...(duty ? assessedRows(year, figures) : [])],
    (row) => row.register,
  )
  const sheet = (id: string, office: string, chosen: readonly AnswerRow[]): DrawnSheet => {
    const register = getRegister(id)
    const title = `${office}${year}年${register.title}`
    const { draft } = drawTable(register, chosen, plainTable, {
      sheet: register.title,
      title,
      line: lineOf(office, year),
    })
    // Nobody plants faults here, so the places of a million cells need not be remembered.
    return { draft, cells: [] }
  }
  for (const [path, office, registers] of duty ? [...offices, ...dutyOffices] : offices) {
    const sheets = registers.map((id) => sheet(id, county.name + office.slice(1), rows.get(id) ?? []))
    await out.addWorkbook(`${year}/${path}`, sheets, office)
  }
  if (year !== judgedYear) return
  for (const township of county.townships) {
    const keys = new Set([
      ...figures.filter(({ school }) => school.township === township).map(({ school }) => school.code),
      townshipArea(township),
    ])
    const own = (id: string): AnswerRow[] =>
      (rows.get(id) ?? []).filter((row) => keys.has(row.unit.split('/')[0] ?? ''))
    const ids = ['staff_roster', 'class_roster', 'pupil_roster', 'child_register', 'aid_payments', 'aid_summary']
    await out.addWorkbook(
      `${year}/花名册/${township}花名册.xlsx`,
      ids.map((id) => sheet(id, township, own(id))),
      `${township}教育办`,
    )
  }
}
