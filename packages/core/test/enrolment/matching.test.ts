import { checkDigitOf } from '@eduduty/core/codes'
import { type MatchPerson, PairFinder } from '@eduduty/core/enrolment'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIdentity } from '../../src/enrolment/matching/compare-identity.ts'
import { child, propose, reader, rule, saysOf, today } from './pairs.ts'

const sound = `${'99782120150312001'}${checkDigitOf('99782120150312001')}`
const replaceAt = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1)

describe('identity numbers', () => {
  test('any one wrong digit is found, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const wrong = replaceAt(sound, at, String((Number(sound[at]) + step) % 10))
        const pair = propose({ identity: wrong }, { identity: sound })
        expect(pair?.isSure).toBe(true)
        expect(saysOf(pair, 'identity')).toContain(`第${at + 1}位不同，左边的号码校验不对`)
      }),
    )
  })

  test('two neighbours swapped are found, also where they belong to different parts of the number', () => {
    fc.assert(
      fc.property(fc.nat(15), (at) => {
        fc.pre(sound[at] !== sound[at + 1])
        const swapped = replaceAt(replaceAt(sound, at, sound[at + 1] ?? ''), at + 1, sound[at] ?? '')
        const pair = propose({ identity: sound }, { identity: swapped })
        expect(saysOf(pair, 'identity')).toContain('前后颠倒，右边的号码校验不对')
      }),
    )
  })

  const eighteen = (seventeen: string) => `${seventeen}${checkDigitOf(seventeen)}`
  const fifteenOf = (number: string) => `${number.slice(0, 6)}${number.slice(8, 17)}`

  test.each([
    ['a child, by its own date of birth', '99782120150312001', '2015-03-12', '2015-03-12'],
    ['a child, by the date of birth of the other row', '99782120150312001', '', '2015-03-12'],
    ['a child, by the number of the other row', '99782120060312001', '', ''],
    ['a child, by its age', '99782120150312001', '', ''],
    ['a child whose year of birth has a slip', '99782120150312001', '2016-03-12', '2015-03-12'],
    ['an adult, by the date of birth', '99782119870312001', '1987-03-12', '1987-03-12'],
    ['an adult, by the age', '99782119870312001', '', ''],
    ['somebody born in a year of both centuries', '99782119150312001', '1915-03-12', '1915-03-12'],
  ])('a number of 15 signs is the same as that of 18: %s', (_, seventeen, birth, other) => {
    const number = eighteen(seventeen)
    const pair = propose({ identity: fifteenOf(number), birth }, { identity: number, birth: other })
    expect(saysOf(pair, 'identity')).toContain('升为18位后相同')
    expect(pair?.isSure).toBe(true)
  })

  test.each([
    ['born today', '260112', '20'],
    ['born tomorrow, so a hundred years ago', '260113', '19'],
    ['18 years old until tomorrow', '070113', '20'],
    ['19 years old today', '070112', '19'],
  ])('two numbers of 15 signs alone: %s', (_, born, century) => {
    const text = `997821${born}001`
    const number = eighteen(`997821${century}${born}001`)
    expect(readIdentity(text, { birth: undefined, today })?.number).toBe(number)
  })

  test('what cannot have been meant as a number says nothing for or against', () => {
    for (const identity of ['无', '户口未办', 'E12345678', '13900001111', '997821********0011'])
      expect(propose({ identity }, { identity: sound })?.points).toBe(
        propose({ identity: '' }, { identity: sound })?.points,
      )
  })

  test('twins with a number each are not proposed, however near the numbers lie', () => {
    const seventeen = '99782120150312003'
    const twin = { identity: `${seventeen}${checkDigitOf(seventeen)}`, name: '王小龙' }
    expect(propose({ identity: sound }, twin)).toBeUndefined()
  })

  test('a lost digit, and a wrong last sign', () => {
    expect(
      saysOf(propose({ identity: sound.slice(0, 8) + sound.slice(9) }, { identity: sound }), 'identity'),
    ).toContain('少录第')
    const wrong = `${sound.slice(0, 17)}${sound.endsWith('5') ? '6' : '5'}`
    expect(saysOf(propose({ identity: wrong }, { identity: sound }), 'identity')).toBe('身份证号只有校验码不同')
  })
})

describe('names', () => {
  const withoutNumber = (left: string, right: string) =>
    saysOf(propose({ identity: '', name: left }, { identity: sound, name: right }), 'name')

  test.each([
    ['王小明', '王晓铭', '姓名有2个字不同，同音'],
    ['王晴', '王睛', '姓名只差一个字，字形相近'],
    ['單小明', '善小明', '姓名只差一个字，同音'],
    ['王妮', '王丽', '姓名只差一个字，读音相近'],
    ['王小龍', '王小龙', '只是写法不同'],
    ['艾尔·買提', '艾尔买提', '只是写法不同'],
    ['王小 明', '王小明', '只是写法不同'],
    ['王𬀩', '王wei', '同音'],
    ['王小?', '王小昊', '姓名只差一个字，这个字没有录出来'],
    ['王小\ue123', '王小昊', '姓名只差一个字，这个字没有录出来'],
    ['王明小', '王小明', '先后不同'],
    ['王明', '王小明', '少一个字'],
  ])('%s and %s: %s', (left, right, says) => {
    expect(withoutNumber(left, right)).toContain(says)
  })

  test('a name of another child speaks against', () => {
    expect(withoutNumber('李买提', '王小明')).toBeUndefined()
  })
})

describe('dates of birth', () => {
  test.each([
    ['2015-12-03', '月、日颠倒'],
    ['2015-03-13', '差一个数字'],
    ['2016-03-12', '出生日期年份差一个数字'],
  ])('%s beside 2015-03-12', (birth, says) => {
    expect(saysOf(propose({ identity: '' }, { identity: '', birth }), 'birth')).toContain(says)
  })
})

describe('choosing', () => {
  const person: fc.Arbitrary<Omit<MatchPerson, 'key'>> = fc.record({
    name: fc.constantFrom('王小明', '王晓明', '李丽', '单龙'),
    birth: fc.constantFrom('2015-03-12', '2015-12-03', '2014-01-01'),
    identity: fc.constantFrom('', sound, replaceAt(sound, 16, '7')),
    guardian: fc.constantFrom('王龙', '李明'),
  })

  test('no row is in two pairs, and every pair is at or above the line', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.array(person, { maxLength: 12 }), (lefts, rights) => {
        const finder = new PairFinder(
          rule,
          reader,
          lefts.map((one, at) => ({ ...one, key: `l${at}` })),
          { today },
        )
        for (const [at, one] of rights.entries()) finder.offer({ ...one, key: `r${at}` })
        const pairs = finder.pairs()
        expect(new Set(pairs.map(({ left }) => left)).size).toBe(pairs.length)
        expect(new Set(pairs.map(({ right }) => right)).size).toBe(pairs.length)
        expect(pairs.every(({ points }) => points >= rule.propose)).toBe(true)
      }),
    )
  })

  test('which side is called left changes nothing', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const there = propose({ ...one }, { ...other })
        const back = propose({ ...other }, { ...one })
        expect(there?.points).toBe(back?.points)
      }),
    )
  })

  test('of two candidates that come close, neither is called sure', () => {
    const finder = new PairFinder(rule, reader, [{ ...child, key: 'left', identity: '' }], { today })
    finder.offer({ ...child, key: 'one' })
    finder.offer({ ...child, key: 'two', name: '王晓明' })
    const [pair, ...more] = finder.pairs()
    expect(more).toEqual([])
    expect(pair).toMatchObject({ right: 'one', isSure: false })
  })
})

test('words about two names hold no sign of a given name: names are masked where they are read', () => {
  for (const [left, right] of [
    ['王小明', '王晓铭'],
    ['王妮', '王丽'],
    ['王小?', '王小昊'],
    ['赵德柱', '钱有福'],
  ] as const) {
    const pair = propose({ name: left, guardian: left }, { name: right, guardian: right })
    for (const role of ['name', 'guardian'] as const)
      expect(saysOf(pair, role) ?? '').not.toMatch(/[“”王小明晓铭妮丽昊柱福]/)
  }
})
