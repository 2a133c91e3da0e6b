import type { AnswerRow } from './answers.ts'
import { county, isOpen, schools } from './county.ts'
import type { DemoFiles, GetRegister } from './demo-files.ts'
import { drawMainForm, drawSchoolWorkbook, lineOf } from './draw-school-workbook.ts'
import { drawTable } from './draw-table.ts'
import { groupedTable, plainTable, verticalLayouts } from './layouts.ts'
import { plantedFaults } from './plant-faults.ts'
import type { HandIn, SchoolPlan } from './school-plan.ts'
import type { DraftValue } from './sheet-draft.ts'
import { writeCsv } from './write-csv.ts'

/** What all units of the county hand in for one year, and how it is to be drawn. */
export interface CountyYear {
  readonly year: number
  readonly getRegister: GetRegister
  /** Every row of the year, faults included. */
  readonly rows: readonly AnswerRow[]
  /** Schools that were withheld hand in as well. */
  readonly late: boolean
}

const registersOfSchools = ['school_form', 'school_stage_form', 'school_supplement'] as const

/** Writes the schools' figures the four ways in which they reach a county. */
export async function handInSchools(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  for (const school of schoolsBy('own_workbook', countyYear)) {
    const path = `${countyYear.year}/学校填报/${school.township}/${school.name}.xlsx`
    await out.addWorkbook(
      path,
      drawSchoolWorkbook(countyYear.getRegister, school, countyYear.year, countyYear.rows),
      school.name,
    )
  }
  await handInTownships(out, countyYear)
  await handInPrivateSchools(out, countyYear)
  handInOldSystem(out, countyYear)
}

function schoolsBy(way: HandIn, { year, late }: CountyYear): SchoolPlan[] {
  const withheld = late ? [] : plantedFaults.filter((fault) => fault.year === year).map((fault) => fault.withheld)
  return schools.filter((school) => school.handIn === way && isOpen(school, year) && !withheld.includes(school.name))
}

function rowsOf(countyYear: CountyYear, register: string, chosen: readonly SchoolPlan[]): AnswerRow[] {
  const codes = new Set(chosen.map((school) => school.code))
  return countyYear.rows.filter((row) => row.register === register && codes.has(row.unit.slice(0, 10)))
}

// One workbook for the whole township: a sheet for each school, then both supplements as tables.
async function handInTownships(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  const layout = verticalLayouts[2] ?? verticalLayouts[0]
  const all = schoolsBy('township_workbook', countyYear)
  for (const township of county.townships) {
    const chosen = all.filter((school) => school.township === township)
    if (chosen.length === 0 || layout === undefined) continue
    const forms = chosen.flatMap((school) =>
      rowsOf(countyYear, 'school_form', [school]).map((row) =>
        drawMainForm(countyYear.getRegister, row, layout, {
          school,
          year: countyYear.year,
          sheet: school.name.replace(township, ''),
        }),
      ),
    )
    const table = (register: string, sheet: string, title: string) =>
      drawTable(
        countyYear.getRegister(register),
        rowsOf(countyYear, register, chosen),
        { ...plainTable, font: '仿宋' },
        {
          sheet,
          title: `${township}${countyYear.year}年${title}`,
          line: lineOf(`${township}教育办`, countyYear.year),
        },
      )
    const supplements = [
      table('school_stage_form', '分学段', '学校分学段补充表'),
      table('school_supplement', '补充表', '学校补充表'),
    ]
    await out.addWorkbook(
      `${countyYear.year}/学校填报/${township}（全镇汇总）.xlsx`,
      [...forms, ...supplements],
      `${township}教育办`,
    )
  }
}

/** The office of private schools counts equipment in yuan. */
const inYuan = { equipment_value: '教学仪器设备资产值（账面原值）（元）' } as const

async function handInPrivateSchools(out: DemoFiles, countyYear: CountyYear): Promise<void> {
  const chosen = schoolsBy('private_schools_table', countyYear)
  const office = '县教育局民办教育股'
  const sheets = registersOfSchools.map((register) => {
    const title = countyYear.getRegister(register).title
    const rows = rowsOf(countyYear, register, chosen).map((row) => toYuan(row))
    return drawTable(
      countyYear.getRegister(register),
      rows,
      { ...groupedTable, first: ['school_code', 'school_name'] },
      {
        sheet: title,
        title: `${countyYear.year}年民办学校${title}`,
        line: lineOf(office, countyYear.year),
        headings: register === 'school_form' ? inYuan : {},
      },
    )
  })
  await out.addWorkbook(`${countyYear.year}/部门数据/民办学校汇总表.xlsx`, sheets, office)
}

function toYuan(row: AnswerRow): AnswerRow {
  const value = row.answers.equipment_value
  if (typeof value !== 'number') return row
  const yuan: DraftValue = Math.round(value * 10_000)
  return { ...row, answers: { ...row.answers, equipment_value: yuan } }
}

function handInOldSystem(out: DemoFiles, countyYear: CountyYear): void {
  const chosen = schoolsBy('old_system', countyYear)
  for (const id of registersOfSchools) {
    const register = countyYear.getRegister(id)
    const { bytes, cells } = writeCsv(
      register,
      rowsOf(countyYear, id, chosen),
      `${countyYear.year}年教学点${register.title}`,
    )
    out.addBytes(`${countyYear.year}/部门数据/教学点${register.title}.csv`, bytes, {
      sheet: `教学点${register.title}`,
      cells,
    })
  }
}
