/** The day on which school years begin where a pack does not say otherwise. */
export const SCHOOL_YEAR_BEGINS = '09-01'

/** The school year that a day lies in, by the calendar year in which it begins. `beginsOn`: month and day. */
export function schoolYearOf(day: string, beginsOn = SCHOOL_YEAR_BEGINS): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < beginsOn ? 1 : 0)
}
