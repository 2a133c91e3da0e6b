import { planPack } from '@eduduty/core/evaluation'
import { type Pack, parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'

const source = 'basis: { document: 甲 }, verified: { grade: A }'
const judged = `missing: 待定, ${source} }`

/** One register, schools crossed with stages, and a line that differs by stage, year and county. */
const text = `
pack: { id: rules, version: 1.0.0, title: 规则, issuer: 甲, document: 甲, scope: 县, since: 2020-01-01, licence: CC0-1.0 }
dimensions:
  - { id: unit, title: 机构, kind: unit }
  - { id: stage, title: 学段, kind: values, values: [小学, 初中] }
grains:
  - id: part
    title: 校段
    dimensions: [unit, stage]
    from: schools
    label: name
    exists: { 小学: '办学类型 属于 ("小学", "九年一贯制")', 初中: 办学类型 = "九年一贯制" }
    exclusions: [{ id: tiny, when: 学生 < 10, reason: 过小 }]
registers:
  - id: schools
    title: 学校表
    row_is: 一所学校
    period: 自然年
    reporter: 学校
    columns:
      - { id: code, title: 代码, type: text, dimension: unit }
      - { id: name, title: 校名, type: text }
      - { id: kind, title: 办学类型, type: text }
      - { id: pupils, title: 人数, type: integer, unit: 人 }
parameters:
  - id: line
    title: 人数线
    unit: 人
    by: [stage]
    values:
      - { for: { stage: 小学 }, value: '100', since: 2020-01-01, until: 2024-12-31, ${source} }
      - { for: { stage: 初中 }, value: '200', since: 2020-01-01, until: 2024-12-31, ${source} }
      - { for: { stage: 小学 }, value: '50', since: 2020-01-01, until: 2024-12-31, jurisdiction: '21', ${source} }
elements:
  - { id: size, title: 学生, grain: part, unit: 人, formula: 学校表.人数 }
  - { id: total, title: 学生合计, grain: county, unit: 人, formula: 合计(校段.学生) }
  - { id: primary, title: 小学线, grain: county, unit: 人, formula: 参数.人数线.小学 }
  - { id: highest, title: 最高线, grain: county, unit: 人, formula: 最大(校段.够大.标准值) }
indicators:
  - { id: big, title: 够大, grain: part, unit: 人, formula: 学生, standard: ≥ 参数.人数线, ${judged}
  - { id: staged, title: 分段, grain: part, unit: 人, formula: 学生, standard: { 小学: ≥ 10, 初中: ≥ 1000 }, ${judged}
  - { id: only, title: 只看小学, grain: part, unit: 人, formula: { 小学: 学生 }, standard: ≥ 1, ${judged}
  - { id: all_big, title: 全县够大, grain: county, formula: 够大.达标, ${judged}
`

function readPack(): Pack {
  const { pack, problems, source: places } = parsePack([{ path: 'pack.yaml', text }])
  if (pack === undefined) throw new Error(problems.map((problem) => problem.message).join('\n'))
  expect(validatePack(pack, places).filter((problem) => !problem.warning)).toEqual([])
  return pack
}

const plan = planPack(readPack())
const schools = [
  { code: 'A', name: '甲', kind: '小学', pupils: 120 },
  { code: 'B', name: '乙', kind: '九年一贯制', pupils: 150 },
  { code: 'C', name: '丙', kind: '小学', pupils: 5 },
]
const county = evaluateRows(plan, { 2024: { schools } })

test('any condition may say which stages a school has; an excluded one carries figures that no total counts', () => {
  const subjects = county.subjectsOf('part')
  expect(subjects.map((subject) => subject.id)).toEqual(['A/小学', 'B/小学', 'B/初中', 'C/小学'])
  expect(subjects.find((subject) => subject.id === 'C/小学')).toMatchObject({ included: false })
  expect(county.figure('size', 'C/小学')?.value).toBe('5')
  expect(county.figure('total', 'county')?.value).toBe('420')
})

test('lines differ by stage, and the county names the stage it means', () => {
  expect(county.figure('big', 'B/小学')?.state).toBe('met')
  expect(county.figure('big', 'B/初中')?.state).toBe('unmet')
  expect(county.figure('primary', 'county')?.value).toBe('100')
  expect(county.figure('highest', 'county')?.value).toBe('200')
  expect(county.figure('staged', 'B/小学')?.state).toBe('met')
  expect(county.figure('staged', 'B/初中')?.state).toBe('unmet')
  expect(county.figure('only', 'B/初中')?.status).toBe('not_applicable')
})

test('the light of a finer indicator in the county means all included subjects', () => {
  expect(county.figure('all_big', 'county')?.state).toBe('unmet')
})

test('outside all dates the line is an error, never the line of another year', () => {
  const later = evaluateRows(plan, { 2025: { schools } })
  expect(later.figure('big', 'A/小学')).toMatchObject({ state: 'error', status: 'known' })
})
