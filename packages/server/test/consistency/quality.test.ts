import { expect, test } from 'vitest'
import { readPackFolder } from '../packs-content/read-pack-folder.ts'
import { measureQuality } from './measure-quality.ts'

test('planted errors that can be told from the truth are pointed at, and a county without errors is left in peace', () => {
  const { cells, falseAlarms, kinds, missed } = measureQuality(readPackFolder('quality-balance-2017'), 160, 11, 0.7)
  const detectable = kinds.reduce((sum, kind) => sum + kind.detectable, 0)
  expect(detectable).toBeGreaterThan(70)
  expect(kinds.filter((kind) => kind.planted === 0)).toEqual([])
  expect(missed.filter((error) => error.detectable).length).toBeLessThanOrEqual(detectable * 0.03)
  expect((falseAlarms.length / cells) * 1000).toBeLessThanOrEqual(1)
})
