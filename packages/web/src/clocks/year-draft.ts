import { daysOfSpan, spansOf, type WorkingYear } from '@eduduty/core/calendar'
import type { CalendarYearView } from '@eduduty/core/clocks'

/** A year as its form has it. */
export interface YearDraft {
  readonly year: number
  readonly rest: readonly { readonly first?: string; readonly last?: string }[]
  readonly work: readonly (string | undefined)[]
  readonly document: string
  readonly note: string
}

export function draftOf(year: number, known: CalendarYearView | undefined): YearDraft {
  if (known === undefined) return { year, rest: [{}], work: [], document: '', note: '' }
  const { work, document, note } = known
  return { year, rest: spansOf(known.rest), work: [...work].sort(), document, note }
}

/** The days that the form says so far; a span that is not whole says none. */
export function workingYearOf({ year, rest = [], work = [] }: Partial<YearDraft>): WorkingYear {
  return {
    year: year ?? 0,
    rest: rest.flatMap((span) => daysIn(span)),
    work: work.flatMap((day) => (day === undefined || day === '' ? [] : [day])),
  }
}

/** At most a year: a slip of the pen in the year would be a million days. */
function daysIn({ first = '', last = '' }: YearDraft['rest'][number]): string[] {
  const end = last === '' ? first : last
  if (first === '' || end < first || end.slice(0, 4) !== first.slice(0, 4)) return []
  return daysOfSpan(`${first} - ${end}`)
}
