/** What an identity number (GB 11643-1999) says of its bearer. */
export interface IdNumber {
  /** 18 characters, the last one may be `X`. */
  readonly number: string
  /** Six digits of the area where it was first issued. */
  readonly area: string
  /** `2013-05-17` */
  readonly birthDate: string
  readonly sex: 'male' | 'female'
}

export type IdNumberFault = 'length' | 'characters' | 'birth_date' | 'check_digit'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/** Full-width digits, spaces, hyphens and a small x are ways of writing, not other numbers. */
export function normaliseIdNumber(text: string): string {
  if (/^\d{17}[\dX]$/.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff-]/g, '')
    .toUpperCase()
}

/** The last character that belongs to the first seventeen digits. */
export function checkDigitOf(first: string): string {
  let sum = 0
  for (const [at, weight] of weights.entries()) sum += weight * (first.charCodeAt(at) - 48)
  return checkDigits.charAt(sum % 11)
}

/** Reads an identity number in any way of writing; what is wrong with it is returned, not thrown. */
export function parseIdNumber(text: string): IdNumber | { readonly fault: IdNumberFault } {
  const number = normaliseIdNumber(text)
  if (number.length !== 18) return { fault: 'length' }
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(number)) return { fault: 'characters' }
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDate(birthDate)) return { fault: 'birth_date' }
  if (number.charAt(17) !== checkDigitOf(number)) return { fault: 'check_digit' }
  return { number, area: number.slice(0, 6), birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}

function isDate(text: string): boolean {
  if (!/^(?:19|20)/.test(text)) return false
  return isCivilDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether the calendar has this day. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  const days = monthDays[month - 1]
  if (days === undefined || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 && isLeap ? 29 : days)
}
