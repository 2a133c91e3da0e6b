import type { AnswerRow, Answers } from '../answers.ts'
import type { SchoolFigures } from '../school-figures.ts'
import { countyTableRows, placedOf } from './county-rows.ts'
import { financeRows } from './finance-rows.ts'
import { pupilRows, type RosterPupil } from './pupil-rows.ts'
import { schoolTableRows } from './school-rows.ts'
import { staffRows } from './staff-rows.ts'
import { townshipRows } from './township-rows.ts'

/**
 * Every register of the pack duty-registers for one year, agreeing with what the schools and the county fill in their
 * forms: `all` are the schools as they really are, `county` the rows that the county's offices fill.
 */
export function rosterCounty(year: number, all: readonly SchoolFigures[], county: readonly AnswerRow[]): AnswerRow[] {
  const answersOf = (register: string): Answers => county.find((row) => row.register === register)?.answers ?? {}
  const [basics, form] = [answersOf('county_basics'), answersOf('county_form')]
  const placed = placedOf(basics, form)
  const pupils = new Map<string, readonly RosterPupil[]>()
  const total = { pupils: sumOf(all, pupilsOf), teachers: sumOf(all, teachersOf) }
  const before = { pupils: 0, teachers: 0 }
  const rows: AnswerRow[] = []
  for (const figures of all) {
    const marks = {
      total: total.pupils,
      before: before.pupils,
      disabled: placed.inOrdinary,
      taughtAtHome: placed.atHome,
    }
    const listed = pupilRows(figures, marks)
    const moved = { count: Number(form.moved_teachers ?? 0), total: total.teachers, before: before.teachers }
    rows.push(...staffRows(figures, moved), ...listed.classRows, ...listed.pupils.map((pupil) => pupil.row))
    rows.push(...schoolTableRows(figures, listed.pupils))
    pupils.set(figures.school.code, listed.pupils)
    before.pupils += pupilsOf(figures)
    before.teachers += teachersOf(figures)
  }
  return [
    ...rows,
    ...financeRows(year, basics, form),
    ...countyTableRows(year, all, placed, form),
    ...townshipRows({ year, all, pupils, basics, disabledChildren: Number(form.disabled_children ?? 0) }),
  ]
}

const pupilsOf = (figures: SchoolFigures): number => sumOf(figures.stages, (stage) => stage.pupils)
const teachersOf = (figures: SchoolFigures): number => sumOf(figures.stages, (stage) => stage.teachers)

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0)
}
