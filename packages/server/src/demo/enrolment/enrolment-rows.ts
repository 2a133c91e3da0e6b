import type { AnswerRow } from '../answers.ts'
import { plantInChildRegister } from './child-register-rows.ts'
import { cohortRows } from './cohort-rows.ts'
import { departmentRows } from './department-rows.ts'
import { schoolMonthRows, secondRolls } from './school-month-rows.ts'

/**
 * The registers of a year of which `rows` hold forms and rosters, with those of the pack dropout-control beside them and the
 * planted children in them. `rows` itself is left as it was: without these children everything agrees.
 */
export function withEnrolment(rows: readonly AnswerRow[], year: number): AnswerRow[] {
  const of = (register: string): AnswerRow[] => rows.filter((row) => row.register === register)
  const pupils = new Map<string, AnswerRow[]>()
  for (const row of of('pupil_roster')) {
    const code = String(row.answers.school_code)
    const own = pupils.get(code)
    if (own === undefined) pupils.set(code, [row])
    else own.push(row)
  }
  const planted = plantInChildRegister(rows, year)
  return [
    ...planted,
    ...secondRolls(pupils),
    ...schoolMonthRows(year, of('class_roster'), pupils),
    ...cohortRows(of('school_form'), year),
    ...departmentRows(planted, pupils, year),
  ]
}
