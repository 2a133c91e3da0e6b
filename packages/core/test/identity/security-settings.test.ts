import { describe, expect, it } from 'vitest'
import {
  defaultSecuritySettings,
  findFirstDuty,
  isSessionOver,
  parseSecuritySettings,
} from '../../src/identity/index.ts'

describe('settings that were kept', () => {
  it.each([undefined, null, 'x', {}, [], { idle_minutes: 999, lock_after_failures: 'many', unknown: true }])(
    'give the default for what is absent or out of bounds: %j',
    (kept) => {
      expect(parseSecuritySettings(kept)).toEqual(defaultSecuritySettings)
    },
  )

  it('are taken where they are good', () => {
    expect(parseSecuritySettings({ idle_minutes: 10, password_profile: 'asvs' })).toEqual({
      ...defaultSecuritySettings,
      idle_minutes: 10,
      password_profile: 'asvs',
    })
  })
})

describe('the end of a session', () => {
  const at = (minutes: number): Date => new Date(minutes * 60_000)
  it.each([
    [0, 14.99, false],
    [0, 15, true],
    [470, 479.9, false],
    [470, 480, true],
  ])('seen at minute %d, asked at minute %d: %s', (seen, now, over) => {
    const times = { startedAt: at(0), seenAt: at(seen) }
    expect(isSessionOver(times, defaultSecuritySettings, at(now))).toBe(over)
  })
})

describe('what comes first', () => {
  const now = new Date('2026-11-25T00:00:00Z')
  const account = { passwordSetAt: now, hasTotp: false, roles: ['system_admin'] } as const
  const strict = { ...defaultSecuritySettings, second_step_for_administrators: true }

  it('is nothing for a fresh password', () => {
    expect(findFirstDuty(account, defaultSecuritySettings, now)).toBeUndefined()
  })

  it('is a new password after 90 days, or when none was set', () => {
    const old = { ...account, passwordSetAt: new Date('2026-08-27T00:00:00Z') }
    expect(findFirstDuty(old, strict, now)).toBe('set_password')
    expect(findFirstDuty({ ...account, passwordSetAt: undefined }, strict, now)).toBe('set_password')
    expect(findFirstDuty(old, { ...strict, password_profile: 'asvs' }, now)).toBe('set_totp')
  })

  it('is the second step for administrators alone, where it is asked for', () => {
    expect(findFirstDuty(account, strict, now)).toBe('set_totp')
    expect(findFirstDuty({ ...account, hasTotp: true }, strict, now)).toBeUndefined()
    expect(findFirstDuty({ ...account, roles: ['supervisor'] }, strict, now)).toBeUndefined()
  })
})
