import { findExclusion } from '../exclusions.ts'
import { type Duty, type RoleId, roles } from '../roles.ts'
import { intersect, isInForce, overlap, type Period } from './period.ts'

/** A role that a person has for a time, through one tenure and one grant. */
export interface Holding extends Period {
  readonly personId: string
  readonly role: RoleId
}

export interface TenureTime extends Period {
  readonly personId: string
  readonly postId: string
}

export interface GrantTime extends Period {
  readonly postId: string
  readonly role: RoleId
}

/** What persons hold: tenures of a post met with the grants of the same post, for the time that both last. */
export function holdingsOf(tenures: readonly TenureTime[], grants: readonly GrantTime[]): readonly Holding[] {
  return tenures.flatMap((tenure) =>
    grants.flatMap((grant) => {
      const both = grant.postId === tenure.postId ? intersect(tenure, grant) : undefined
      return both === undefined ? [] : [{ ...both, personId: tenure.personId, role: grant.role }]
    }),
  )
}

/** Two roles that would meet in one person. */
export interface Meeting {
  readonly personId: string
  readonly roles: readonly [RoleId, RoleId]
}

/** Two roles that exclude each other and that one person would hold on one date, past or future; or undefined. */
export function findMeeting(holdings: readonly Holding[], kept: { readonly apart: boolean }): Meeting | undefined {
  for (const [index, one] of holdings.entries()) {
    for (const other of holdings.slice(index + 1)) {
      if (other.personId !== one.personId || !overlap(one, other)) continue
      const roleIds = findExclusion([one.role, other.role], kept)
      if (roleIds !== undefined) return { personId: one.personId, roles: roleIds }
    }
  }
  return undefined
}

const administrators = ['system', 'security', 'audit'] as const satisfies readonly Duty[]
export type AdministratorDuty = (typeof administrators)[number]

/**
 * The administrator (三员) whom a change would leave without anybody on some day from `today` on, or undefined. A duty
 * that ends by itself on a date set earlier is not lost by the change.
 */
export function findLostDuty(
  before: readonly Holding[],
  after: readonly Holding[],
  today: string,
): AdministratorDuty | undefined {
  const days = [today, ...[...before, ...after].flatMap(({ since, until }) => [since, until ?? since])]
  const ahead = [...new Set(days)].filter((day) => day >= today)
  return administrators.find((duty) => ahead.some((day) => isHeld(before, duty, day) && !isHeld(after, duty, day)))
}

function isHeld(holdings: readonly Holding[], duty: Duty, day: string): boolean {
  return holdings.some((holding) => roles[holding.role].duty === duty && isInForce(holding, day))
}
