import type { AnswerRow } from './answers.ts'
import { county } from './county.ts'
import type { GetRegister } from './demo-files.ts'
import { drawTable } from './draw-table.ts'
import { type DrawnSheet, drawVerticalForm } from './draw-vertical-form.ts'
import { plainTable, type VerticalLayout, verticalLayouts } from './layouts.ts'
import type { SchoolPlan } from './school-plan.ts'
import { putCell } from './sheet-draft.ts'
import { findDirt, soilAnswers } from './soil-answers.ts'

/** The sheets of one school's own workbook: the official form and the two supplements. */
export function drawSchoolWorkbook(
  getRegister: GetRegister,
  school: SchoolPlan,
  year: number,
  rows: readonly AnswerRow[],
): DrawnSheet[] {
  const own = rows.filter((row) => row.unit.startsWith(school.code)).map((row) => soiled(row, year))
  const line = lineOf(school.name, year)
  const layout = layoutOf(school)
  const stages = own.filter((row) => row.register === 'school_stage_form')
  return [
    ...own
      .filter((row) => row.register === 'school_form')
      .map((row) => drawMainForm(getRegister, row, layout, { school, year, sheet: '学校填报表' })),
    drawTable(
      getRegister('school_stage_form'),
      stages,
      { ...plainTable, headingFill: layout.headingFill, font: layout.font, counts: false },
      {
        sheet: '分学段',
        title: `${year}年学校分学段补充表`,
        line,
      },
    ),
    ...own
      .filter((row) => row.register === 'school_supplement')
      .map((row) =>
        drawVerticalForm(
          getRegister('school_supplement'),
          row,
          { ...layout, footnotes: [] },
          { sheet: '补充', title: `${year}年学校补充表`, line },
        ),
      ),
  ]
}

interface FormPlace {
  readonly school: SchoolPlan
  readonly year: number
  readonly sheet: string
}

export function drawMainForm(
  getRegister: GetRegister,
  row: AnswerRow,
  layout: VerticalLayout,
  place: FormPlace,
): DrawnSheet {
  const drawn = drawVerticalForm(getRegister('school_form'), row, layout, {
    sheet: place.sheet,
    title: `${county.name}${place.year}年义务教育学校填报表`,
    line: lineOf(place.school.name, place.year),
  })
  if (place.year === 2025 && findDirt(place.school.code) !== undefined) scribble(drawn, layout)
  return drawn
}

/** What busy hands leave in a form: a hidden row of an older draft, a hidden column, remarks beside the frame. */
function scribble(drawn: DrawnSheet, layout: VerticalLayout): void {
  const { draft } = drawn
  const right = layout.left + layout.parts.length
  const below = layout.top + 3 + 68 + layout.footnotes.length + 2
  putCell(draft, layout.top + 5, right + 1, '王老师：这里已和教务处核对', 'note')
  putCell(draft, below, layout.left, '去年数（勿删）', 'note')
  draft.hiddenRows.add(below)
  putCell(draft, layout.top + 4, right + 2, '草稿', 'note')
  draft.hiddenColumns.add(right + 2)
  draft.remarks.set(`${layout.top + 6},${layout.left + layout.parts.indexOf('value')}`, '以批复文件为准')
}

function layoutOf(school: SchoolPlan): VerticalLayout {
  const [fallback] = verticalLayouts
  const chosen = verticalLayouts[Number(school.code.slice(-2)) % verticalLayouts.length] ?? fallback
  if (chosen === undefined) throw new Error('There is no layout')
  return chosen
}

function soiled(row: AnswerRow, year: number): AnswerRow {
  const dirt = year === 2025 ? findDirt(row.unit) : undefined
  return dirt === undefined ? row : soilAnswers(row, dirt)
}

export function lineOf(name: string, year: number): string {
  return `填报单位：${name}　　填报日期：${year}年9月20日`
}
