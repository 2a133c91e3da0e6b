import { expect, it } from 'vitest'
import { withholdNumbers, withholdPersons } from '../../src/collection/withhold-numbers.ts'

const column = { id: 'id_number', title: '身份证号', type: 'text', personal: 'identity' } as const

it.each([
  [
    '“99097120130512101X”不符合要求：18位公民身份号码，末位X大写',
    '“990***********101X”不符合要求：18位公民身份号码，末位X大写',
  ],
  ['“９９０９７１２０１３０５”', '“９９０*****１３０５”'],
  ['“199 0000 1234”', '“199******1234”'],
  ['“1234567”', '“123*567”'],
  ['“没有”不是内容', '“没有”不是内容'],
])('of what is said of a number only its ends are left: %s', (said, left) => {
  expect(withholdNumbers(column, said)).toBe(left)
})

it('what is said of other columns stays', () => {
  const { personal: _, ...plain } = column
  expect(withholdNumbers(plain, '“2199000001”')).toBe('“2199000001”')
})

it.each([
  ['G99097120130512101X', 'G99************101X'],
  [' 990971201305121 ', ' 990********5121 '],
  ['19900001234', '199****1234'],
  ['2199000001', '2199000001'],
  ['12345678901234', '12345678901234'],
  ['石桥镇中心小学', '石桥镇中心小学'],
])('a cell of an unknown sheet shows no number of a person: %s', (cell, shown) => {
  expect(withholdPersons(cell)).toBe(shown)
})
