import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

const primary =
  '{ for: { stage: 小学 }, value: 4.20, since: 2020-01-01, basis: { document: 甲 }, verified: { grade: A } }'

function codesWith(entries: readonly string[]): string[] {
  const text = smallPack.replace(`- ${primary}`, entries.map((entry) => `- ${entry}`).join('\n      '))
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  return (pack === undefined ? problems : validatePack(pack, source)).map((problem) => problem.code)
}

const entry = (value: string, dates: string, more = '') =>
  `{ for: { stage: 小学 }, value: ${value}, ${dates}, ${more} basis: { document: 甲 }, verified: { grade: A } }`

test('two dated values that follow each other day by day are in order', () => {
  expect(codesWith([entry('4.2', 'since: 2020-01-01, until: 2024-12-31'), entry('4.5', 'since: 2025-01-01')])).toEqual(
    [],
  )
})

test('a day without any value is a gap', () => {
  expect(codesWith([entry('4.2', 'since: 2020-01-01, until: 2024-12-30'), entry('4.5', 'since: 2025-01-01')])).toEqual([
    'parameter_gap',
  ])
})

test('a last value that ends before the pack does is warned of', () => {
  expect(codesWith([entry('4.2', 'since: 2020-01-01, until: 2029-12-31')])).toEqual(['parameter_ends'])
})

test('two values on one day overlap', () => {
  expect(codesWith([entry('4.2', 'since: 2020-01-01'), entry('4.5', 'since: 2025-01-01')])).toEqual([
    'parameter_overlap',
  ])
})

test('a conditional value may stand beside the general one, but must say why', () => {
  const conditional = entry('3', 'since: 2020-01-01', 'when: 学段 = "小学",')
  expect(codesWith([primary, conditional])).toEqual(['reason_missing'])
})

test('an unverified figure never becomes a default', () => {
  expect(codesWith([primary.replace('grade: A', 'grade: U')])).toEqual(['unverified_default'])
})

test('a value that is no number is refused', () => {
  expect(codesWith([entry('约4', 'since: 2020-01-01')])).toEqual(['not_a_number'])
})

test('a stage without any value is a gap', () => {
  expect(codesWith([primary.replace('stage: 小学', 'stage: 初中').replace('2020-01-01', '2019-01-01')])).toContain(
    'parameter_gap',
  )
})

function firstProblemWith(from: string, to: string) {
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text: smallPack.replace(from, to) }])
  return (pack === undefined ? problems : validatePack(pack, source))[0]
}

test('an entry for a value that the dimension lacks is refused, and the values are named', () => {
  expect(firstProblemWith('for: { stage: 初中 }', 'for: { stage: 高中 }')).toMatchObject({
    code: 'unknown_value',
    message: '维度“stage”没有“高中”这个取值。',
    suggestion: '可用：小学、初中。',
  })
})

test('an entry for a dimension that is not there is refused', () => {
  expect(firstProblemWith('for: { stage: 初中 }', 'for: { stages: 初中 }')).toMatchObject({
    code: 'unknown_reference',
    suggestion: '是否为“stage”？',
  })
})

test('an entry for a dimension that the parameter is not told apart by would never be in force', () => {
  expect(firstProblemWith('    by: [stage]\n', '')).toMatchObject({
    code: 'for_without_by',
    suggestion: expect.stringContaining('by: [stage]'),
  })
})
