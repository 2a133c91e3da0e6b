import { isoOf, numberOf } from './day-number.ts'

export const shanghaiOffset = 8 * 3_600_000

/** The date that stands on the calendars of China at an instant, e.g. `2026-11-25`; tenures and grants begin and end by it. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10)
}

/** `2026-12-01` → `2026-12-02`: periods end before a day, people name the last one. */
export function dayAfter(day: string): string {
  return shifted(day, 1)
}

export function dayBefore(day: string): string {
  return shifted(day, -1)
}

/** Whether a text is a day of the calendar, written `2026-11-05`: the 30th of February is none. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? numberOf(text) : Number.NaN
  return !Number.isNaN(at) && isoOf(at) === text
}

/** So many calendar days on. */
export function daysAfter(day: string, days: number): string {
  return shifted(day, days)
}

/** Calendar days from one day to another; below 0 where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

/** `2026-11-05` → 2026年11月5日, as letters and reports have it. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

function shifted(day: string, days: number): string {
  return isoOf(numberOf(day) + days)
}
