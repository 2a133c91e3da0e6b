import { expect, it } from 'vitest'
import { daysOfMonth, monthAfter } from '../../src/desk/index.ts'

it('a month has its days, and the one before it lies over the turn of the year', () => {
  expect(daysOfMonth('2028-02')).toHaveLength(29)
  expect([daysOfMonth('2026-11')[0], daysOfMonth('2026-11').at(-1)]).toEqual(['2026-11-01', '2026-11-30'])
  expect([monthAfter('2026-01', -1), monthAfter('2026-12', 1)]).toEqual(['2025-12', '2027-01'])
})
