import { dayOf } from '@eduduty/core/calendar'
import {
  findExclusion,
  findLostDuty,
  findMeeting,
  type Holding,
  holdingsOf,
  isInForce,
  type RoleId,
  roles,
} from '@eduduty/core/identity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const apart = { apart: true } as const
const roleIds: RoleId[] = Object.keys(roles).filter((id): id is RoleId => Object.hasOwn(roles, id))
const anyRole = fc.constantFrom(...roleIds)
const dayAt = (number: number): string => dayOf(new Date(Date.UTC(2026, 0, 1 + number)))
const anyPeriod = fc
  .tuple(fc.nat(20), fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }))
  .map(([from, length]) => ({
    since: dayAt(from),
    ...(length !== undefined && { until: dayAt(from + length) }),
  }))
const allDays = Array.from({ length: 60 }, (_, number) => dayAt(number))
const person = fc.constantFrom('a', 'b')
const post = fc.constantFrom('p1', 'p2', 'p3')
const tenures = fc.array(
  fc.tuple(anyPeriod, person, post).map(([time, personId, postId]) => ({ ...time, personId, postId })),
  {
    maxLength: 6,
  },
)
const grants = fc.array(
  fc.tuple(anyPeriod, anyRole, post).map(([time, role, postId]) => ({ ...time, role, postId })),
  {
    maxLength: 6,
  },
)

describe('exclusion of the three administrators', () => {
  it('is the same in both orders, and there is none within one duty', () => {
    fc.assert(
      fc.property(anyRole, anyRole, (one, other) => {
        const found = findExclusion([one, other], apart) !== undefined
        expect(findExclusion([other, one], apart) !== undefined).toBe(found)
        expect(found).toBe(roles[one].duty !== roles[other].duty)
        expect(findExclusion([one, other], { apart: false })).toBeUndefined()
      }),
    )
  })

  it('finds a meeting exactly when on some day one person holds two excluded roles', () => {
    fc.assert(
      fc.property(tenures, grants, (someTenures, someGrants) => {
        const heldOn = (who: string, day: string): RoleId[] =>
          someTenures
            .filter((tenure) => tenure.personId === who && isInForce(tenure, day))
            .flatMap((tenure) => someGrants.filter((grant) => grant.postId === tenure.postId && isInForce(grant, day)))
            .map((grant) => grant.role)
        const expected = allDays.some((day) =>
          ['a', 'b'].some((who) => new Set(heldOn(who, day).map((role) => roles[role].duty)).size > 1),
        )
        expect(findMeeting(holdingsOf(someTenures, someGrants), apart) !== undefined).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('lets one person be auditor up to the day on which they become system administrator', () => {
    const holdings: Holding[] = [
      { personId: 'a', role: 'auditor', since: '2026-01-01', until: '2026-03-01' },
      { personId: 'a', role: 'system_admin', since: '2026-03-01' },
    ]
    expect(findMeeting(holdings, apart)).toBeUndefined()
    expect(findMeeting([...holdings, { personId: 'a', role: 'auditor', since: '2027-01-01' }], apart)).toBeDefined()
  })
})

describe('the last administrator', () => {
  const one: Holding = { personId: 'a', role: 'security_admin', since: '2026-01-01' }

  it('is lost when the only one ends, today or later', () => {
    expect(findLostDuty([one], [], '2026-05-01')).toBe('security')
    expect(findLostDuty([one], [{ ...one, until: '2026-09-01' }], '2026-05-01')).toBe('security')
  })

  it('is not lost when another takes over on that day, nor when none was there', () => {
    const next: Holding = { personId: 'b', role: 'security_admin', since: '2026-09-01' }
    expect(findLostDuty([one], [{ ...one, until: '2026-09-01' }, next], '2026-05-01')).toBeUndefined()
    expect(findLostDuty([one], [{ ...one, until: '2026-08-31' }, next], '2026-05-01')).toBe('security')
    expect(findLostDuty([], [], '2026-05-01')).toBeUndefined()
  })

  it('agrees with looking at every single day', () => {
    const holding = fc.tuple(anyPeriod, anyRole, person).map(([time, role, personId]) => ({ ...time, role, personId }))
    const some = fc.array(holding, { maxLength: 5 })
    fc.assert(
      fc.property(some, some, fc.nat(20), (before, after, from) => {
        const today = dayAt(from)
        const lost = allDays
          .filter((day) => day >= today)
          .some((day) =>
            ['system', 'security', 'audit'].some((duty) => {
              const held = (list: Holding[]) =>
                list.some((each) => roles[each.role].duty === duty && isInForce(each, day))
              return held(before) && !held(after)
            }),
          )
        expect(findLostDuty(before, after, today) !== undefined).toBe(lost)
      }),
      { numRuns: 2000 },
    )
  })
})
