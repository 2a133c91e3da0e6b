import type { Column } from '../packs/index.ts'

/** Numbers of persons: what is said of such a cell is kept and printed, so that nothing said may hold the number. */
const isPersonal = ({ personal }: Column): boolean => personal === 'identity' || personal === 'phone'

const SHOWN_FIRST = 3
const SHOWN_LAST = 4
/** Seven signs or more, narrow or full-width, also in groups: 199 0000 1234. */
const LONG_NUMBER = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ](?:[ 　-]?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]){6,}/g

/** A text about a cell; of a column with persons' numbers, long ones only by their first three and last four signs. */
export function withholdNumbers(column: Column, text: string): string {
  return isPersonal(column) ? text.replace(LONG_NUMBER, endsOf) : text
}

/** A cell of a sheet of which nothing is known but its text: what can only be the number of a person, by its ends. */
export function withholdPersons(text: string): string {
  return PERSONS_NUMBER.test(text.trim()) ? text.replace(LONG_NUMBER, endsOf) : text
}

/** Identity numbers of 15 and 18 signs, a pupil's number, a mobile phone. */
const PERSONS_NUMBER = /^(?:[GJL]?\d{17}[\dXx]|\d{15}|1[3-9]\d{9})$/

function endsOf(number: string): string {
  const hidden = Math.max(1, number.length - SHOWN_FIRST - SHOWN_LAST)
  return `${number.slice(0, SHOWN_FIRST)}${'*'.repeat(hidden)}${number.slice(SHOWN_FIRST + hidden)}`
}
