import { expect, test } from 'vitest'
import { codesOfUnit } from '../../src/organizations/index.ts'

const unit = { unit_id: 'T01', kind: 'township', code: '', area_code: '990101101000' }

test('a township is known by the code of its area in nine digits and in twelve, and by its id where it has no other', () => {
  expect(codesOfUnit(unit)).toEqual(['990101101', '990101101000', 'T01'])
  expect(codesOfUnit({ ...unit, code: '11990101MB0000000X' })).toEqual([
    ...['11990101MB0000000X', '990101101', '990101101000'],
  ])
})

test('a school lies in an area but is not called by its code', () => {
  expect(codesOfUnit({ unit_id: 'S1', kind: 'school', code: '2199000001', area_code: '990101101000' })).toEqual([
    '2199000001',
  ])
})
