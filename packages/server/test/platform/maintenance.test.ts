import { expect, it } from 'vitest'
import { nextNight } from '../../src/platform/db/embedded/maintenance.ts'

it('looks after the database at night, whenever the program was started', () => {
  const at = (hour: number, minute: number): Date => new Date(2026, 8, 1, hour, minute)
  expect(nextNight(at(1, 0))).toEqual(at(2, 30))
  expect(nextNight(at(2, 30))).toEqual(new Date(2026, 8, 2, 2, 30))
  expect(nextNight(at(14, 0))).toEqual(new Date(2026, 8, 2, 2, 30))
})
