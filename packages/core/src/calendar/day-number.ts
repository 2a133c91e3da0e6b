const DAY = 86_400_000

/** Days since 1970-01-01 of a civil day such as `2026-11-05`. */
export const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

export const isoOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

export const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / DAY

export const daysIn = (year: number): number => firstDayOf(year + 1) - firstDayOf(year)

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7
