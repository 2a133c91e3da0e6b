import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

const parse = (text: string) => parsePack([{ path: 'pack.yaml', text }])

function problemsOf(text: string) {
  const { pack, problems, source } = parse(text)
  return pack === undefined ? problems : validatePack(pack, source)
}

test('a good pack has no problems, and numbers stay the text that was written', () => {
  const { pack, problems } = parse(smallPack)
  expect(problems).toEqual([])
  expect(pack?.parameters?.[0]?.values.map((entry) => entry.value)).toEqual(['4.20', '5.3'])
  expect(pack?.pack.since).toBe('2020-01-01')
})

test('lists of several files are joined, and places point into the right file', () => {
  const [head, rest] = smallPack.split('parameters:\n')
  const parsed = parsePack([
    { path: 'a.yaml', text: head ?? '' },
    { path: 'b.yaml', text: `parameters:\n${rest}` },
  ])
  expect(parsed.problems).toEqual([])
  expect(parsed.source.place(['parameters', 0, 'title'])).toMatchObject({ file: 'b.yaml', line: 3 })
})

test.each([
  ['a misspelt key', 'required: true }', 'requird: true }', 'unknown_key', '是否为“required”？', 28],
  ['a misspelt section', 'codes:\n  - id', 'code:\n  - id', 'unknown_section', '是否为“codes”？', 15],
  ['a missing key', '    reporter: 学校\n', '', 'missing_key', undefined, 22],
  ['a wrong choice', 'period: 学年', 'period: 年度', 'not_allowed', undefined, 25],
  ['an id with capitals', '- id: per_hundred', '- id: PerHundred', 'bad_pattern', undefined, 43],
  ['broken YAML', 'row_is: 一所', 'row_is: "一所', 'yaml_syntax', undefined, undefined],
])('%s is named with its place', (_, from, to, code, suggestion, line) => {
  const problem = problemsOf(smallPack.replace(from, to)).find((candidate) => candidate.code === code)
  expect(problem).toBeDefined()
  if (suggestion !== undefined) expect(problem?.suggestion).toContain(suggestion)
  if (line !== undefined) expect(problem?.line).toBe(line)
})

test.each([
  ['codes: area }', 'codes: aera }', 'unknown_reference', '是否为“area”？'],
  ['from: schools', 'from: school', 'unknown_reference', '是否为“schools”？'],
  ['dimension: stage }', 'dimension: stages }', 'unknown_reference', '是否为“stage”？'],
  ['title: 教师数', 'title: 学生数', 'duplicate_name', undefined],
])('a reference to nothing (%s → %s) is refused', (from, to, code, suggestion) => {
  const problem = problemsOf(smallPack.replace(from, to)).find((candidate) => candidate.code === code)
  expect(problem).toBeDefined()
  if (suggestion !== undefined) expect(problem?.suggestion).toBe(suggestion)
})

const told = (text: string) => problemsOf(text).map(({ message, length }) => ({ message, length }))

test('a misspelt key is told once', () => {
  expect(told(smallPack.replace('missing: 待定', 'mising: 待定'))).toEqual([
    { message: '“per_hundred”缺少必填项“missing”。', length: 1 },
    { message: '没有“mising”这一项。', length: 'mising'.length },
  ])
})

test.each([
  ['the one word allowed', 'missing: 待定', 'missing: 按零', '这里只能是：待定。'],
  ['a number too small', 'title: 学校代码,', 'title: 学校代码, no: 0,', '这里的数不能小于 1。'],
  ['an empty formula', 'standard: ≥ 参数.师资线', "standard: ''", '这里不能是空的。'],
])('%s is told in Chinese', (_, from, to, message) => {
  expect(told(smallPack.replace(from, to)).map((problem) => problem.message)).toEqual([message])
})

test('an entry of one line that lacks a key is pointed at by its first character, and called by its id', () => {
  const line = '      - { id: name, title: 学校名称, type: text }'
  const [problem] = problemsOf(smallPack.replace(line, line.replace(', type: text', '')))
  expect(problem).toMatchObject({ message: '“name”缺少必填项“type”。', column: line.indexOf('{') + 1, length: 1 })
})

test.each([
  ['formula: 学校表.教师数 ÷ 学校表.学生数 × 100', 'formula: { 小学: 1, 高中: 2 }'],
  ['standard: ≥ 参数.师资线', 'standard: { 小学: ≥ 1, 高中: ≥ 2 }'],
])('a stage that is not there (%s) is refused, and those that are there are named', (from, to) => {
  const [problem] = problemsOf(smallPack.replace(from, to))
  expect(problem).toMatchObject({ code: 'unknown_value', suggestion: '可用：小学、初中。', length: '高中'.length })
})

test('an empty folder is said to be empty', () => {
  expect(parsePack([]).problems.map((problem) => problem.code)).toContain('empty_pack')
})
