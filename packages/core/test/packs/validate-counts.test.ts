import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

const counting = (lines: string): string => `${smallPack}counts:
  - id: meetings
    title: 会议次数
    register: schools
    column: pupils
    indicator: per_hundred
    of: 会议
    kinds: [专题会]
${lines}`

function problemsOf(text: string) {
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  return (pack === undefined ? problems : validatePack(pack, source)).map(({ code, message, suggestion = '' }) => ({
    code,
    says: `${message}${suggestion}`,
  }))
}

test('a count of a column that is there has no problems', () => {
  expect(problemsOf(counting(''))).toEqual([])
})

test('a register, column, indicator or kind that is not there is named, with the nearest one', () => {
  const replaced = (from: string, to: string) => problemsOf(counting('').replace(from, to))
  expect(replaced('register: schools', 'register: school')).toMatchObject([{ code: 'unknown_reference' }])
  expect(replaced('column: pupils', 'column: pupil')).toMatchObject([{ says: expect.stringContaining('“pupils”') }])
  expect(replaced('indicator: per_hundred', 'indicator: hundred')).toMatchObject([{ code: 'unknown_reference' }])
  expect(replaced('kinds: [专题会]', 'kinds: [专题会议]')).toMatchObject([
    { code: 'unknown_value', says: expect.stringContaining('党委会、政府常务会、专题会') },
  ])
})

test('a key is not counted, nor is a cell counted twice', () => {
  expect(problemsOf(counting('').replace('column: pupils', 'column: code'))).toMatchObject([{ code: 'counted_key' }])
  const twice = '  - { id: again, title: 又数一遍, register: schools, column: pupils, of: 决定 }\n'
  expect(problemsOf(counting(twice))).toMatchObject([{ code: 'counted_twice' }])
  const other = '  - { id: other, title: 另一行, register: schools, column: pupils, row: { stage: 小学 }, of: 决定 }\n'
  expect(problemsOf(counting(other))).toEqual([])
})

test('a row is told apart by columns that tell rows apart', () => {
  const by = '  - { id: other, title: 另一行, register: schools, column: teachers, row: { name: 甲 }, of: 决定 }\n'
  expect(problemsOf(counting(by))).toMatchObject([
    { code: 'unknown_reference', says: expect.stringContaining('标识列') },
  ])
})
