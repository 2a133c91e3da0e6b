import { daysAfter, daysBetween, isWorkingDay, makeWorkingCalendar, type WorkingYear } from '@eduduty/core/calendar'

export type DayKind = 'rest' | 'work' | 'weekend' | 'weekday'

export interface CalendarDay {
  readonly day: string
  readonly date: number
  /** 休 and 班 are what the notice says; a weekend is what it leaves alone. */
  readonly kind: DayKind
}

export interface CalendarMonth {
  readonly month: number
  /** Monday 0: empty places before the first day. */
  readonly lead: number
  readonly days: readonly CalendarDay[]
  readonly working: number
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** 0 Monday … 6 Sunday; the first of January 2024 was a Monday. */
const weekdayOf = (day: string): number => ((daysBetween('2024-01-01', day) % 7) + 7) % 7

/** A year as twelve months, each day with what is done on it. */
export function monthsOf(one: WorkingYear): readonly CalendarMonth[] {
  const calendar = makeWorkingCalendar([one])
  const [rest, work] = [new Set(one.rest), new Set(one.work)]
  return Array.from({ length: 12 }, (_, at): CalendarMonth => {
    const first = `${one.year}-${twoDigits(at + 1)}-01`
    const next = at === 11 ? `${one.year + 1}-01-01` : `${one.year}-${twoDigits(at + 2)}-01`
    const days = Array.from({ length: daysBetween(first, next) }, (_, index): CalendarDay => {
      const day = daysAfter(first, index)
      const kind = rest.has(day) ? 'rest' : work.has(day) ? 'work' : weekdayOf(day) > 4 ? 'weekend' : 'weekday'
      return { day, date: index + 1, kind }
    })
    const working = days.filter(({ day }) => isWorkingDay(calendar, day) === true).length
    return { month: at + 1, lead: weekdayOf(first), days, working }
  })
}
