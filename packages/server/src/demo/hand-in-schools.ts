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

export interface SchoolYear {
  readonly year: number
  readonly getRegister: GetRegister
  /** Every row of the year, faults included. */
  readonly rows: readonly AnswerRow[]
  /** Schools that were withheld hand in as well. */
  readonly late: boolean
}

const registersOfSchools = ['school_form', 'school_stage_form', 'school_supplement'] as const

/** Writes the schools' figures the four ways in which they reach a county. */
export async function handInSchools(out: DemoFiles, of: SchoolYear): Promise<void> {
  for (const school of schoolsBy('own_workbook', of)) {
    const path = `${of.year}/学校填报/${school.township}/${school.name}.xlsx`
    await out.addWorkbook(path, drawSchoolWorkbook(of.getRegister, school, of.year, of.rows), school.name)
  }
  await handInTownships(out, of)
  await handInPrivateSchools(out, of)
  handInOldSystem(out, of)
}

function schoolsBy(way: HandIn, { year, late }: SchoolYear): SchoolPlan[] {
  const withheld = late ? [] : plantedFaults.filter((fault) => fault.year === year).map((fault) => fault.withheld)
  return schools.filter((school) => school.handIn === way && isOpen(school, year) && !withheld.includes(school.name))
}

function rowsOf(of: SchoolYear, register: string, chosen: readonly SchoolPlan[]): AnswerRow[] {
  const codes = new Set(chosen.map((school) => school.code))
  return of.rows.filter((row) => row.register === register && codes.has(row.unit.slice(0, 10)))
}

// One workbook for the whole township: a sheet for each school, then both supplements as tables.
async function handInTownships(out: DemoFiles, of: SchoolYear): Promise<void> {
  const layout = verticalLayouts[2] ?? verticalLayouts[0]
  const all = schoolsBy('township_workbook', of)
  for (const township of county.townships) {
    const chosen = all.filter((school) => school.township === township)
    if (chosen.length === 0 || layout === undefined) continue
    const forms = chosen.flatMap((school) =>
      rowsOf(of, 'school_form', [school]).map((row) =>
        drawMainForm(of.getRegister, row, layout, { school, year: of.year, sheet: school.name.replace(township, '') }),
      ),
    )
    const table = (register: string, sheet: string, title: string) =>
      drawTable(
        of.getRegister(register),
        rowsOf(of, register, chosen),
        { ...plainTable, font: '仿宋' },
        {
          sheet,
          title: `${township}${of.year}年${title}`,
          line: lineOf(`${township}教育办`, of.year),
        },
      )
    const supplements = [
      table('school_stage_form', '分学段', '学校分学段补充表'),
      table('school_supplement', '补充表', '学校补充表'),
    ]
    await out.addWorkbook(
      `${of.year}/学校填报/${township}（全镇汇总）.xlsx`,
      [...forms, ...supplements],
      `${township}教育办`,
    )
  }
}

/** The office of private schools counts equipment in yuan. */
const inYuan = { equipment_value: '教学仪器设备资产值（账面原值）（元）' } as const

async function handInPrivateSchools(out: DemoFiles, of: SchoolYear): Promise<void> {
  const chosen = schoolsBy('private_schools_table', of)
  const office = '县教育局民办教育股'
  const sheets = registersOfSchools.map((register) => {
    const title = of.getRegister(register).title
    const rows = rowsOf(of, register, chosen).map((row) => toYuan(row))
    return drawTable(
      of.getRegister(register),
      rows,
      { ...groupedTable, first: ['school_code', 'school_name'] },
      {
        sheet: title,
        title: `${of.year}年民办学校${title}`,
        line: lineOf(office, of.year),
        headings: register === 'school_form' ? inYuan : {},
      },
    )
  })
  await out.addWorkbook(`${of.year}/部门数据/民办学校汇总表.xlsx`, sheets, office)
}

function toYuan(row: AnswerRow): AnswerRow {
  const value = row.answers.equipment_value
  if (typeof value !== 'number') return row
  const yuan: DraftValue = Math.round(value * 10_000)
  return { ...row, answers: { ...row.answers, equipment_value: yuan } }
}

function handInOldSystem(out: DemoFiles, of: SchoolYear): void {
  const chosen = schoolsBy('old_system', of)
  for (const id of registersOfSchools) {
    const register = of.getRegister(id)
    const { bytes, cells } = writeCsv(register, rowsOf(of, id, chosen), `${of.year}年教学点${register.title}`)
    out.addBytes(`${of.year}/部门数据/教学点${register.title}.csv`, bytes, { sheet: `教学点${register.title}`, cells })
  }
}
