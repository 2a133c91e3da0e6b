import { groupBy } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'
import type { AnswerRow, Answers } from '../answers.ts'
import type { DemoYear } from '../county.ts'
import { countyRows } from '../county-answers.ts'
import { createDemoFiles, type DemoFile } from '../demo-files.ts'
import { figuresOf } from '../demo-rows.ts'
import { lineOf } from '../draw-school-workbook.ts'
import { drawTable } from '../draw-table.ts'
import { plainTable } from '../layouts.ts'
import { rosterRows } from '../roster-answers.ts'
import { countyTableRows, placedOf } from '../rosters/county-rows.ts'
import { dutyRows } from '../rosters/duty-rows.ts'
import { financeRows } from '../rosters/finance-rows.ts'
import { schoolTableRows } from '../rosters/school-rows.ts'
import { schoolRows } from '../school-answers.ts'
import type { SchoolFigures } from '../school-figures.ts'
import { townshipArea } from '../staff/demo-areas.ts'
import { asMember, type MemberCounty } from './member-counties.ts'

/** A year of a county's workbooks; `moneyOnly`: what its spending is compared by, which is all that an earlier year is for. */
export interface MemberYear {
  readonly year: DemoYear
  readonly moneyOnly: boolean
}

const ofMoney: ReadonlySet<string> = new Set(['county_finance', 'stage_finance', 'county_form'])

/** Workbooks of a county of the city, by the registers of a pack; without lists of persons: nobody waits to count pupils. */
export async function memberFiles(
  registers: readonly Register[],
  member: MemberCounty,
  years: readonly MemberYear[],
): Promise<readonly DemoFile[]> {
  const out = createDemoFiles()
  for (const { year, moneyOnly } of years) {
    const rows = groupBy(asMember(rowsOf(member, year), member), ({ register }) => register)
    const sheets = registers.flatMap((register) => {
      const own = rows.get(register.id) ?? []
      if (own.length === 0 || (moneyOnly && !ofMoney.has(register.id))) return []
      const title = `${member.name}${year}年${register.title}`
      const texts = { sheet: register.title, title, line: lineOf(member.name, year) }
      return [{ draft: drawTable(register, own, plainTable, texts).draft, cells: [] }]
    })
    await out.addWorkbook(`${year}/各表.xlsx`, sheets, member.name)
  }
  return out.files
}

function rowsOf({ towns }: MemberCounty, year: DemoYear): readonly AnswerRow[] {
  const figures = figuresOf(year).filter(({ school }) => towns.has(school.township))
  const codes = new Set(figures.map(({ school }) => school.code))
  const all = new Set(figuresOf(year).map(({ school }) => school.code))
  const isOwn = ({ unit }: AnswerRow): boolean => codes.has(unit) || !/^\d{10}$/.test(unit)
  const forms = countyRows(year, figures)
  const answersOf = (id: string): Answers => forms.find(({ register }) => register === id)?.answers ?? {}
  const [basics, form] = [answersOf('county_basics'), answersOf('county_form')]
  return [
    ...rosterRows(year).filter((row) => all.has(row.unit) && codes.has(row.unit)),
    ...forms,
    ...figures.flatMap(schoolRows),
    ...figures.flatMap((one) => schoolTableRows(one, [])).filter(({ register }) => register === 'school_allocation'),
    ...financeRows(year, basics, form),
    ...countyTableRows(year, figures, placedOf(basics, form), form).filter(({ register }) => register !== 'exchange'),
    ...dutyRows(year, figures).filter(isOwn),
    ...[...towns.keys()].map((name, at) => townshipRow(year, name, at, figures)),
  ]
}

/** 乡镇基本情况表, counted from the schools of the township: nearly all children of its households are at them. */
function townshipRow(year: number, name: string, at: number, figures: readonly SchoolFigures[]): AnswerRow {
  const own = figures.filter(({ school }) => school.township === name)
  const sum = (stage: 'primary' | 'junior'): number => own.reduce((all, one) => all + (one[stage]?.pupils ?? 0), 0)
  const [inside, missing] = [sum('primary') + sum('junior'), name === '南山乡' ? 1 : 0]
  const outside = Math.ceil(inside * 0.04)
  const code = townshipArea(name)
  return {
    register: 'township_basics',
    year,
    unit: code,
    answers: {
      township_code: code,
      township_name: name,
      township_kind: name.endsWith('街道') ? '街道' : name.slice(-1),
      township_population: 24_000 + at * 1310,
      administrative_villages: 9,
      compulsory_schools: own.length,
      pupils_primary: sum('primary'),
      pupils_junior: sum('junior'),
      age_children: inside + outside + missing + 1,
      children_inside: inside,
      children_outside: outside,
      children_not_enrolled: missing,
      children_other: 1,
    },
  }
}
