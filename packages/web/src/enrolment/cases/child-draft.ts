import { daysBetween } from '@eduduty/core/calendar'
import type { OpenCaseBody } from '@eduduty/core/enrolment'
import { type IdNumber, isPhone, parseIdNumber } from '@eduduty/core/identity'

/** What somebody types of a child; blanks are what nobody knows. */
export type ChildDraft = Partial<OpenCaseBody>

/** The draft as it is sent: blanks left out, the rest trimmed. */
export function bodyOfChild(draft: ChildDraft): Record<string, unknown> {
  const told = Object.entries(draft).flatMap(([name, value]) => {
    const tidy = typeof value === 'string' ? value.trim() : value
    return tidy === undefined || tidy === '' ? [] : [[name, tidy] as const]
  })
  return { groups: [], ...Object.fromEntries(told) }
}

/** Birth date and sex as an identity number tells them; undefined where it is none. */
export function toldByNumber(text: string): Pick<IdNumber, 'birthDate' | 'sex'> | undefined {
  const told = parseIdNumber(text)
  return 'fault' in told ? undefined : told
}

/** A blank is right: it may be unknown. */
export const isNumberOrBlank = (text: string | undefined): boolean =>
  text === undefined || text.trim() === '' || toldByNumber(text) !== undefined

export const isPhoneOrBlank = (text: string | undefined): boolean =>
  text === undefined || text.trim() === '' || isPhone(text)

const DAYS_OF_YEAR = 365.25

export type BirthFault = 'future' | 'age' | 'differs'

/** What is wrong with a birth date: after today, not of a child of school age, other than in the number. */
export function faultOfBirth(day: string, today: string, idNumber: string | undefined): BirthFault | undefined {
  if (day > today) return 'future'
  const told = toldByNumber(idNumber ?? '')
  if (told !== undefined && told.birthDate !== day) return 'differs'
  const years = daysBetween(day, today) / DAYS_OF_YEAR
  return years < 5 || years >= 19 ? 'age' : undefined
}
