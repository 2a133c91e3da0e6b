import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaLevelOf,
  areaParentOf,
  creditCheckOf,
  fullAreaCode,
  isCreditCode,
  isSchoolCode,
  isUnitName,
  shortAreaCode,
  unitIdFor,
} from '../../src/organizations/index.ts'

describe('统一社会信用代码', () => {
  it('knows codes that are published', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
    expect(isCreditCode('91350100M000100I43')).toBe(false)
  })

  it('finds every wrong sign and every two that changed places', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
    const signs = fc.array(sign, { minLength: 17, maxLength: 17 })
    fc.assert(
      fc.property(signs, fc.nat(16), sign, (given, at, other) => {
        const body = given.join('')
        const code = `${body}${creditCheckOf(body)}`
        expect(isCreditCode(code)).toBe(true)
        expect(isCreditCode(`${code.slice(0, at)}${other}${code.slice(at + 1)}`)).toBe(other === code[at])
        const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`
        expect(isCreditCode(swapped)).toBe(swapped === code)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('codes of areas', () => {
  it.each([
    ['13', '130000000000', 'province', undefined, '130000'],
    ['1304', '130400000000', 'city', '130000000000', '130400'],
    ['130402', '130402000000', 'county', '130400000000', '130402'],
    ['110101', '110101000000', 'county', '110100000000', '110101'],
    ['130402001', '130402001000', 'township', '130402000000', '130402001000'],
    ['130402100', '130402100000', 'township', '130402000000', '130402100000'],
    ['130402001003', '130402001003', 'village', '130402001000', '130402001003'],
    ['130402100010', '130402100010', 'village', '130402100000', '130402100010'],
  ])('%s', (code, full, level, parent, short) => {
    expect(fullAreaCode(code)).toBe(full)
    expect(areaLevelOf(full)).toBe(level)
    expect(areaParentOf(full)).toBe(parent)
    expect(shortAreaCode(full)).toBe(short)
  })

  it.each(['', '1', '13040', '00', '000000', '1304021', 'abc', '13040200100'])('%j is none', (code) => {
    expect(fullAreaCode(code)).toBeUndefined()
  })
})

it('numbers units on from the highest of their kind', () => {
  expect(unitIdFor('township', '', ['T01', 'T07', 'D09', 'TX'])).toBe('T08')
  expect(unitIdFor('school', '2199000001', [])).toBe('S2199000001')
  expect(unitIdFor('school', '', ['S2199000001', 'S03'])).toBe('S04')
  expect(unitIdFor('government', '990101', [])).toBe('G')
})

it('takes names that print on one line and start no formula', () => {
  expect(['石桥镇中心小学', 'A校（东区）', '第1小学'].every(isUnitName)).toBe(true)
  expect(
    ['', ' 石桥', '石桥 ', '=1+1', '＝甲', '-甲', '@甲', "'甲", '甲\n乙', '甲\u202e乙', '甲'.repeat(81)].some(
      isUnitName,
    ),
  ).toBe(false)
  expect(isSchoolCode('2199000001') && !isSchoolCode('219900000') && !isSchoolCode('２199000001')).toBe(true)
})
