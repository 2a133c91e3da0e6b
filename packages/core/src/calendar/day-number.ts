const DAY = 86_400_000

/** The same few thousand days are asked for again and again: each is parsed and written once. */
const KEPT_DAYS = 50_000
const numbers = new Map<string, number>()
const texts = new Map<number, string>()

function kept<Key, Value>(days: Map<Key, Value>, key: Key, value: Value): Value {
  if (days.size >= KEPT_DAYS) days.clear()
  days.set(key, value)
  return value
}

/** Days since 1970-01-01 of a civil day such as `2026-11-05`; `NaN` of what is no day. */
export const numberOf = (day: string): number =>
  numbers.get(day) ?? kept(numbers, day, Date.parse(`${day}T00:00:00Z`) / DAY)

/** Error: a number that is no whole day of the calendar. */
export const isoOf = (number: number): string =>
  texts.get(number) ?? kept(texts, number, new Date(number * DAY).toISOString().slice(0, 10))

export const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / DAY

export const daysIn = (year: number): number => firstDayOf(year + 1) - firstDayOf(year)

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7
