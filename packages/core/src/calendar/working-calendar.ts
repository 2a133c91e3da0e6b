import { daysIn, firstDayOf, isoOf, numberOf, weekdayOf } from './day-number.ts'

/** What one year's notice changes in the week: rest on weekdays, work on weekends. Days as `2026-01-02`. */
export interface WorkingYear {
  readonly year: number
  readonly rest: readonly string[]
  readonly work: readonly string[]
}

/** How many working days of its year have passed at the end of each day. */
interface CountedYear {
  readonly first: number
  readonly passed: Uint16Array
}

/** Working days of the years whose notice is known. There is no other year: nobody assumes Monday to Friday. */
export interface WorkingCalendar {
  readonly years: ReadonlyMap<number, CountedYear>
}

/** A day, or the year whose notice is missing. */
export type DayOrMissing = { readonly day: string } | { readonly missing: number }

export function makeWorkingCalendar(years: readonly WorkingYear[]): WorkingCalendar {
  return { years: new Map(years.map((one) => [one.year, countYear(one)])) }
}

function countYear({ year, rest, work }: WorkingYear): CountedYear {
  const first = firstDayOf(year)
  const resting = new Set(rest.map(numberOf))
  const working = new Set(work.map(numberOf))
  const passed = new Uint16Array(daysIn(year))
  let sum = 0
  for (let at = 0; at < passed.length; at += 1) {
    const day = first + at
    const isWeekday = weekdayOf(day) < 5
    if (working.has(day) || (isWeekday && !resting.has(day))) sum += 1
    passed[at] = sum
  }
  return { first, passed }
}

/** Whether people work on a day; undefined where its year is not known. */
export function isWorkingDay({ years }: WorkingCalendar, day: string): boolean | undefined {
  const counted = years.get(Number(day.slice(0, 4)))
  if (counted === undefined) return undefined
  const at = numberOf(day) - counted.first
  return passedBefore(counted, at + 1) > passedBefore(counted, at)
}

/** The day itself where people work on it, the next one on which they do where not. */
export function workingDayFrom(calendar: WorkingCalendar, day: string): DayOrMissing {
  const works = isWorkingDay(calendar, day)
  if (works === undefined) return { missing: Number(day.slice(0, 4)) }
  return works ? { day } : addWorkingDays(calendar, day, 1)
}

/** The n-th working day after a day that is itself not counted. n ≥ 1. */
export function addWorkingDays({ years }: WorkingCalendar, day: string, amount: number): DayOrMissing {
  let year = Number(day.slice(0, 4))
  const begun = years.get(year)
  if (begun === undefined) return { missing: year }
  let wanted = passedBefore(begun, numberOf(day) - begun.first + 1) + amount
  for (let counted = begun; ; ) {
    const total = passedBefore(counted, counted.passed.length)
    if (wanted <= total) return { day: isoOf(counted.first + placeOf(counted.passed, wanted)) }
    wanted -= total
    year += 1
    const next = years.get(year)
    if (next === undefined) return { missing: year }
    counted = next
  }
}

/** Working days after `from` up to and with `to`; a missing year is named. `to` is not before `from`. */
export function countWorkingDays(
  { years }: WorkingCalendar,
  from: string,
  to: string,
): { readonly days: number } | { readonly missing: number } {
  const [start, end] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  let days = 0
  for (let year = start; year <= end; year += 1) {
    const counted = years.get(year)
    if (counted === undefined) return { missing: year }
    const upTo = year === end ? numberOf(to) - counted.first + 1 : counted.passed.length
    const after = year === start ? numberOf(from) - counted.first + 1 : 0
    days += passedBefore(counted, upTo) - passedBefore(counted, after)
  }
  return { days }
}

const passedBefore = ({ passed }: CountedYear, at: number): number => (at <= 0 ? 0 : (passed[at - 1] ?? 0))

/** Where the count first reaches a number. */
function placeOf(passed: Uint16Array, wanted: number): number {
  let [low, high] = [0, passed.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passed[middle] ?? 0) >= wanted) high = middle
    else low = middle + 1
  }
  return low
}
