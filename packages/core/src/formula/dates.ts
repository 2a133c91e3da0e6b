const DAYS_BEFORE_EPOCH = 719_468

/** Days since 1970-01-01 of a civil date, in the proleptic Gregorian calendar. */
export function toDayNumber(date: string): number {
  const [y = 1970, m = 1, d = 1] = date.split('-').map(Number)
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - DAYS_BEFORE_EPOCH
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Civil date of a day number; undefined outside the years 0001–9999. */
export function fromDayNumber(day: number): string | undefined {
  const shifted = day + DAYS_BEFORE_EPOCH
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 1 || year > 9999) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1, 2)}`
}

export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && text > '0000-12-31' && fromDayNumber(toDayNumber(text)) === text

/** Shifts by months; a day that the target month lacks becomes its last day. */
export function addMonths(date: string, months: number): string | undefined {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  if (year < 1 || year > 9999) return undefined
  for (let day = Number(date.slice(8)); day >= 28; day--) {
    const candidate = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
    if (isCivilDate(candidate)) return candidate
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${date.slice(8)}`
}
