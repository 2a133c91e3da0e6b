import { expect, it } from 'vitest'
import { fitsInitials, initialsPattern } from '../../src/organizations/index.ts'

const centre = 'sqzzxxx'

it.each(['s', 'sqzx', 'SQZX', ' sqzzxxx ', 'sxx'])('%s may mean 石桥镇中心小学', (typed) => {
  expect(fitsInitials(centre, typed)).toBe(true)
})

it.each(['', 'qzx', 'sqxz', 'sqzzxxxx', '石桥', 's%'])('%s does not', (typed) => {
  expect(fitsInitials(centre, typed)).toBe(false)
})

it('the pattern for the database has the letters in their order and nothing that LIKE would read', () => {
  expect(initialsPattern('SqZx')).toBe('s%q%z%x%')
  expect(initialsPattern('50%')).toBeUndefined()
  expect(initialsPattern('')).toBeUndefined()
})
