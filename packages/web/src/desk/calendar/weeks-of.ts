import type { DeskCalendar } from '@eduduty/core/desk'

export type CalendarDay = DeskCalendar['days'][number]

/** The days of a month by weeks from Monday on; undefined where a week begins or ends in another month. */
export function weeksOf(days: readonly CalendarDay[]): readonly (readonly (CalendarDay | undefined)[])[] {
  const [first] = days
  if (first === undefined) return []
  const before = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7
  const cells = [...Array.from({ length: before }, () => undefined), ...days]
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at]))
}

/** Whether a day is marked: rest on a weekday, work on a weekend; undefined where it is as every week. */
export function exceptionOf({ day, works }: CalendarDay): 'rest' | 'work' | undefined {
  if (works === undefined) return undefined
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  if (works === !isWeekend) return undefined
  return works ? 'work' : 'rest'
}
