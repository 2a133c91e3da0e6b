import { isSchoolCode } from './codes.ts'
import { type UnitKind, unitKinds } from './unit-kinds.ts'

/** The id of a new unit: G for a government, the 学校标识码 where there is one, else the next free number of its kind. */
export function unitIdFor(kind: UnitKind, code: string, taken: readonly string[]): string {
  const { letter } = unitKinds[kind]
  if (kind === 'government') return letter
  if (isSchoolCode(code)) return `${letter}${code}`
  const serial = new RegExp(`^${letter}(\\d{1,6})$`)
  const highest = Math.max(0, ...taken.map((id) => Number(serial.exec(id)?.[1] ?? 0)))
  return `${letter}${String(highest + 1).padStart(2, '0')}`
}

export function isUnitId(text: string): boolean {
  return /^[A-Z][A-Z0-9]{0,31}$/.test(text)
}

/** Names must print on one line and must not be taken for a formula by a spreadsheet. */
export function isUnitName(text: string): boolean {
  return /^[^\p{C}\p{Z}=+\-@＝＋－＠'][^\p{C}]{0,79}$/u.test(text) && text.trim() === text
}
