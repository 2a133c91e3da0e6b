import { expect, it } from 'vitest'
import { shortTime } from '../../src/platform/table/short-time.ts'

const now = new Date('2026-11-28T02:05:00Z')

it('tells the minute of this year, the day of another, by the clock of China', () => {
  expect(shortTime('2026-11-28T02:05:09Z', now)).toBe('11-28 10:05')
  expect(shortTime('2025-12-31T16:30:00Z', now)).toBe('01-01 00:30')
  expect(shortTime('2025-12-31T15:30:00Z', now)).toBe('2025-12-31')
})
