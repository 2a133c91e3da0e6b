import { daysBetween, SCHOOL_YEAR_BEGINS, schoolYearOf } from '../../calendar/index.ts'
import type { Dose } from '../../packs/index.ts'

/** A stretch of a school year in which lessons at home are counted. */
export interface TeachingTerm {
  readonly id: string
  readonly title: string
  readonly from: string
  readonly to: string
  /** Share of the year's weeks, for what is asked by the week or the year. */
  readonly weeks: number
  readonly months: number
}

/** Terms begin in August at the earliest: a year of teaching goes from there to the end of July. */
const FIRST_DAY = '08-01'
const LAST_DAY = '07-31'

/** The dose that holds in a county on a day: of several the last listed. Undefined where its province's is not in the pack. */
export function doseOn(doses: readonly Dose[], county: string, day: string): Dose | undefined {
  return doses.findLast(
    ({ jurisdiction = '', since, until }) =>
      county.startsWith(jurisdiction) && since <= day && (until === undefined || day <= until),
  )
}

/** The year of teaching that a day lies in, by the year in which it begins: what is taught in late August is of the new one. */
export const teachingYearOf = (day: string): number => schoolYearOf(day, FIRST_DAY)

export const lastDayOfTeaching = (year: number): string => `${year + 1}-${LAST_DAY}`

/** The terms of a school year; without a dose the year is one. */
export function termsOf(dose: Dose | undefined, year: number): readonly TeachingTerm[] {
  if (dose === undefined)
    return [
      {
        id: 'year',
        title: '全学年',
        from: `${year}-${SCHOOL_YEAR_BEGINS}`,
        to: lastDayOfTeaching(year),
        weeks: 1,
        months: 1,
      },
    ]
  return dose.terms.map(({ id, title, from, to, weeks, months }) => {
    const first = from >= FIRST_DAY ? year : year + 1
    const last = to < from ? first + 1 : first
    return { id, title, from: `${first}-${from}`, to: `${last}-${to}`, weeks, months }
  })
}

/** The term that a day lies in; between two the one before, before the first that one. */
export function termOn(terms: readonly TeachingTerm[], day: string): TeachingTerm | undefined {
  return terms.findLast(({ from }) => from <= day) ?? terms[0]
}

/** Days from one to another, both counted; none where they are the wrong way round. */
export const daysWithin = (from: string, to: string): number => Math.max(0, daysBetween(from, to) + 1)
