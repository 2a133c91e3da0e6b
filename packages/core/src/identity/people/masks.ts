import { isWithin, type OrgPath } from '../../organizations/index.ts'
import type { GrantInForce } from '../permission.ts'
import type { RoleId } from '../roles.ts'

/** Classes of personal data of staff, and which roles need them in the clear on ordinary pages; all others see a mask. */
export const shownInFull = {
  name: ['supervisor', 'department_head', 'school_head', 'system_admin', 'security_admin', 'auditor'],
  id_number: [],
  phone: [],
} as const satisfies Readonly<Record<string, readonly RoleId[]>>

export type PersonalData = keyof typeof shownInFull

/** True when one of the grants needs this class of data for a row at `path`. */
export function isShownInFull(data: PersonalData, grants: readonly GrantInForce[], path: OrgPath): boolean {
  const needing: readonly RoleId[] = shownInFull[data]
  return grants.some((grant) => needing.includes(grant.role) && isWithin(path, grant.scope))
}

/** 张三 → 张*，欧阳小明 → 欧***: the first character only. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(rest.length, 1))
}

/** The first three and the last four characters. */
export function maskIdNumber(number: string): string {
  return maskMiddle(number, 3, 4)
}

/** The first three and the last four digits. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4)
}

/** Too short to hide anything in the middle: all of it is hidden. */
function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)
}
