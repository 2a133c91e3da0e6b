import { checkDigitOf, isPhone, normaliseIdNumber, normalisePhone, parseIdNumber } from '@eduduty/core/identity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const first = fc
  .record({
    area: fc.integer({ min: 990000, max: 999999 }),
    day: fc.date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('2025-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(
    ({ area, day, serial }) =>
      `${area}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
  )

const fullWidth = (text: string): string =>
  [...text].map((one) => (/[0-9]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one)).join('')

describe('identity numbers', () => {
  it('gives birth date and sex of a number written in any way', () => {
    expect(parseIdNumber('99010119850307123X')).toEqual({ fault: 'check_digit' })
    const number = `99010119850307123${checkDigitOf('99010119850307123')}`
    const read = { number, area: '990101', birthDate: '1985-03-07', sex: 'male' }
    for (const written of [number, ` ${number} `, fullWidth(number), number.replace(/(.{6})(.{8})/, '$1 $2 ')]) {
      expect(parseIdNumber(written)).toEqual(read)
    }
  })

  it('takes a small x for the check digit', () => {
    fc.assert(
      fc.property(first, (seventeen) => {
        const number = seventeen + checkDigitOf(seventeen)
        expect(parseIdNumber(number.toLowerCase())).toEqual(parseIdNumber(number))
        expect(normaliseIdNumber(fullWidth(number.toLowerCase()))).toBe(number)
      }),
    )
  })

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(first, fc.nat(16), fc.integer({ min: 1, max: 9 }), (seventeen, at, by) => {
        const number = seventeen + checkDigitOf(seventeen)
        const wrong = number.slice(0, at) + String((Number(number.charAt(at)) + by) % 10) + number.slice(at + 1)
        expect(parseIdNumber(wrong)).toHaveProperty('fault')
      }),
    )
  })

  it('refuses days that no calendar has, wrong lengths and letters', () => {
    expect(parseIdNumber('990101198502301234')).toEqual({ fault: 'birth_date' })
    expect(parseIdNumber('9901018503071234')).toEqual({ fault: 'length' })
    expect(parseIdNumber('99010119850307O23X')).toEqual({ fault: 'characters' })
  })
})

describe('phones', () => {
  it('are the same however they are written', () => {
    for (const written of [
      '13900001234',
      '139 0000 1234',
      '+86 139-0000-1234',
      '１３９００００１２３４',
      '0086 13900001234',
    ]) {
      expect(normalisePhone(written)).toBe('13900001234')
      expect(isPhone(written)).toBe(true)
    }
    expect(isPhone('12345')).toBe(false)
    expect(isPhone('0990-1234567')).toBe(true)
  })
})
