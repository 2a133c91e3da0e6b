import { expect, test } from 'vitest'
import { tellResult } from '../../src/enrolment/index.ts'

test('small counts of a comparison are kept back, with what would give them away', () => {
  const told = tellResult({ left: 300, right: 310, matched: 280, unmatched: 20, exempt: 10, proposed: 7, asked: 3 }, 5)
  expect(told.asked).toBe('少于5')
  expect([told.exempt, told.proposed, told.unmatched]).toContain('隐去')
  expect(told.left).toBe('300')
})

test('counts of which none is small are all told', () => {
  const told = tellResult({ left: 30, right: 31, matched: 10, unmatched: 20, exempt: 5, proposed: 8, asked: 7 }, 5)
  expect(Object.values(told)).toEqual(['30', '31', '10', '20', '5', '8', '7'])
})
