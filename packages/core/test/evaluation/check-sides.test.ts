import { expect, test } from 'vitest'
import type { RegisterRow } from '../../src/collection/index.ts'
import { evaluateCounty, planPack, validateFormulas } from '../../src/evaluation/index.ts'
import { type Pack, type PackSource, parsePack, validatePack } from '../../src/packs/index.ts'

const head = `
pack: { id: sides, version: 1.0.0, title: 两边, issuer: 甲, document: 甲, scope: 县, since: 2020-01-01, licence: CC0-1.0 }
dimensions:
  - { id: school, title: 学校代码, kind: unit }
  - { id: class_no, title: 班号, kind: row }
grains:
  - { id: school, title: 学校, dimensions: [school], from: form, label: name }
indicators: []
registers:
  - id: form
    title: 填报表
    row_is: 一所学校
    period: 学年
    reporter: 学校
    columns:
      - { id: code, title: 代码, type: text, dimension: school }
      - { id: name, title: 校名, type: text }
      - { id: classes, title: 班级总数, type: integer, unit: 个 }
      - { id: pupils, title: 学生数, type: integer, unit: 人 }
      - { id: total, title: 支出, type: number, unit: 万元 }
      - { id: pay, title: 工资, type: number, unit: 万元 }
      - { id: other, title: 公用, type: number, unit: 元 }
  - id: classes
    title: 班级名册
    row_is: 一个班
    period: 学年
    reporter: 学校
    columns:
      - { id: code, title: 代码, type: text, dimension: school }
      - { id: class_no, title: 班级编号, type: text, dimension: class_no }
      - { id: size, title: 人数, type: integer, unit: 人 }
`

const checks = `
elements:
  - { id: listed, title: 名册学生, grain: school, unit: 人, formula: 合计(班级名册.人数) }
checks:
  - id: count
    title: 班数相符
    kind: 名册与表
    grain: school
    sides:
      left: { label: 填报表“班级总数”, formula: 填报表.班级总数 }
      right: { label: 班级名册计数, formula: 计数(班级名册) }
    severity: 强制
    columns: [classes]
  - id: sum
    title: 学生数相符
    grain: school
    when: 填报表.班级总数 > 0
    sides:
      left: { label: 填报表“学生数”, formula: 填报表.学生数 }
      right: { label: 班级名册合计, formula: 名册学生 }
    tolerance: { absolute: '1', unit: 人, relative: '0.02' }
    severity: 核实
    advice: 请对照名册
  - id: parts
    title: 支出分项
    register: form
    sides:
      left: { label: 支出, formula: total, rounded: { decimals: 1, unit: 万元 } }
      right: { label: 工资加公用, formula: pay + other, rounded: { decimals: 1, unit: 万元, terms: '2' } }
    severity: 强制
  - id: growth
    title: 工资不减
    kind: 年际
    register: form
    sides:
      left: { label: 今年工资, formula: pay, decimals: 2 }
      relation: ≥
      right: { label: 上年工资, formula: 上年(pay), decimals: 2 }
    severity: 核实
`

function read(text: string): { pack: Pack | undefined; source: PackSource; problems: string[] } {
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  const found = [...problems, ...(pack === undefined ? [] : validatePack(pack, source))]
  const all = pack === undefined || found.length > 0 ? found : validateFormulas(pack, source)
  return { pack, source, problems: all.map((problem) => `${problem.line} ${problem.code} ${problem.message}`) }
}

const { pack, problems } = read(head + checks)
if (pack === undefined) throw new Error(problems.join('\n'))
const plan = planPack(pack)

type Cells = Readonly<Record<string, string>>

function rows(year: number, register: string, list: readonly Cells[]): RegisterRow[] {
  return list.map((values, index) => ({
    register,
    year,
    values,
    source: { file: '表.xlsx', sheet: register, row: index, cellOf: (column) => `${column}${index + 1}` },
  }))
}

const sound = { code: 'A', name: '甲校', classes: '2', pupils: '60', total: '10.0', pay: '6.0', other: '40000' }
const classList = [
  { code: 'A', class_no: '一1', size: '30' },
  { code: 'A', class_no: '一2', size: '30' },
]

function findings(form: Cells, last: Cells = sound, list: readonly Cells[] = classList) {
  const all = [...rows(2023, 'form', [last]), ...rows(2024, 'form', [form]), ...rows(2024, 'classes', list)]
  const county = evaluateCounty({ plan, rows: all, packHash: '', snapshot: '', runId: '', program: '' })
  return county.frame.findings.filter((finding) => finding.check !== undefined)
}

test('a pack with two-sided checks has no mistakes', () => {
  expect(problems).toEqual([])
})

test('nothing is said where both sides agree', () => {
  expect(findings(sound)).toEqual([])
})

test('a failed check names both sides, their values, their cells and what lies between', () => {
  const [finding] = findings({ ...sound, classes: '3' })
  expect(finding).toMatchObject({
    check: 'count',
    check_kind: '名册与表',
    message: '甲校：填报表“班级总数”3个，与班级名册计数2不符，相差1个',
    difference: '1个',
    unit_name: '甲校',
  })
  expect(finding?.sides?.map((side) => [side.value, side.cell_count, side.cells.map(({ cell }) => cell)])).toEqual([
    ['3个', 1, ['classes1']],
    ['2', 2, ['class_no1', 'class_no2']],
  ])
})

test('a mandatory check puts the cells it names in doubt, and elements are followed to their cells', () => {
  const county = evaluateCounty({
    plan,
    rows: [...rows(2024, 'form', [{ ...sound, classes: '3', pupils: '70' }]), ...rows(2024, 'classes', classList)],
    packHash: '',
    snapshot: '',
    runId: '',
    program: '',
  })
  const sum = county.frame.findings.find(({ check }) => check === 'sum')
  expect(sum?.sides?.[1]?.cells.map(({ cell }) => cell)).toEqual(['size1', 'size2'])
  expect(sum?.advice).toBe('请对照名册')
  expect(county.evaluateAt('school', 'A', '填报表.班级总数').value.status).toBe('doubtful')
  expect(county.evaluateAt('school', 'A', '填报表.学生数').value.status).toBe('known')
})

test.each([
  ['62', 0],
  ['57', 1],
  ['63', 1],
])('%s pupils against 60 with a tolerance of 1 and 2 %% gives %i findings', (pupils, count) => {
  expect(findings({ ...sound, pupils })).toHaveLength(count)
})

test('a condition that does not hold keeps a check silent', () => {
  const alone = findings({ ...sound, classes: '0', pupils: '500' }).map(({ check }) => check)
  expect(alone).toEqual(['count'])
})

test.each([
  ['10.1', 0],
  ['10.15', 0],
  ['10.2', 1],
])('%s 万元 against two rounded parts of 10 万元 gives %i findings', (total, count) => {
  expect(findings({ ...sound, total })).toHaveLength(count)
})

test('a row is compared with the row of the same key in the year before', () => {
  const [finding] = findings({ ...sound, pay: '5.9', other: '41000' })
  expect(finding?.message).toBe('甲校：今年工资5.90万元，低于上年工资6.00万元，相差0.10万元')
  expect(finding?.sides?.[1]?.cells).toHaveLength(1)
  expect(findings({ ...sound, pay: '5.9', other: '41000' }, { ...sound, code: 'B' })).toEqual([])
})

const broken = (lines: string): string[] =>
  read(`${head}checks:\n  - { id: x, title: 某, register: form, severity: 核实, ${lines} }\n`).problems

test.each([
  ['rule: classes > 0', 'message_missing'],
  ['message: 甲', 'check_rule'],
  ['rule: classes > 0, message: 甲, tolerance: { absolute: "1" }', 'tolerance_without_sides'],
  ['sides: { left: { label: 甲, formula: clases }, right: { label: 乙, formula: pupils } }', 'unknown_name'],
  ['sides: { left: { label: 甲, formula: pay }, right: { label: 乙, formula: pupils } }', 'unit_mismatch'],
  [
    'sides: { left: { label: 甲, formula: pay }, right: { label: 乙, formula: other } }, tolerance: { absolute: "1", unit: 人 }',
    'unit_mismatch',
  ],
  ['sides: { left: { label: 甲, formula: pay }, right: { label: 乙, formula: name } }', 'compare_types'],
  ['sides: { left: { label: 甲, formula: pay } }', 'missing_key'],
  ['rule: classes > 0, message: 甲, columns: [nobody]', 'unknown_reference'],
])('a check with %s is refused as %s', (lines, code) => {
  expect(broken(lines).join('\n')).toContain(code)
})

test('a dimension that only tells rows apart makes no subjects', () => {
  const text = head.replace('dimensions: [school], from', 'dimensions: [school, class_no], from')
  expect(read(text).problems.join('\n')).toContain('row_dimension_in_grain')
})
