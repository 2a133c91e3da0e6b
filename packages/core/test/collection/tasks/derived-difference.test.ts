import { expect, it } from 'vitest'
import { derivedDifference, isSameDerived } from '../../../src/collection/tasks/index.ts'

it('a derived difference is exact, however small or long its numbers are', () => {
  expect(derivedDifference('0.3', '0.1')).toBe('0.2')
  expect(derivedDifference('10.00001', '10')).toBe('0.00001')
  expect(derivedDifference('90071992547409931', '90071992547409930')).toBe('1')
  expect(derivedDifference('12.50', '12.5')).toBeUndefined()
  expect(derivedDifference('约三十', '30')).toBeUndefined()
  expect(isSameDerived('12.50', '12.5')).toBe(true)
  expect(isSameDerived('约三十', '30')).toBe(false)
})
