import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pack = `pack:
  id: small-books
  version: 1.0.0
  title: 图书标准
  issuer: 测试
  document: 测试〔2020〕1号
  scope: 县
  since: 2020-01-01
  licence: CC0-1.0
  reference_day: '09-01'
  county: { register: county, name: county_name, code: county_code }
dimensions:
  - { id: school, title: 学校代码, kind: unit }
grains:
  - { id: school, title: 学校, dimensions: [school], from: roster, label: name }
registers:
  - id: roster
    title: 学校名册
    row_is: 一所学校
    period: 学年
    reporter: 县教育局
    columns:
      - { id: code, title: 学校代码, type: text, dimension: school, required: true }
      - { id: name, title: 学校名称, type: text, required: true }
      - { id: town, title: 所属乡镇, type: text }
  - id: books
    title: 图书表
    row_is: 一所学校
    period: 学年
    reporter: 学校
    columns:
      - { id: code, title: 学校代码, type: text, dimension: school, required: true }
      - { id: pupils, title: 学生人数, type: integer, unit: 人, required: true, min: '0' }
      - { id: books, title: 图书册数, type: integer, unit: 册, required: true, min: '0' }
  - id: county
    title: 县情表
    row_is: 一个县
    period: 学年
    reporter: 县教育局
    columns:
      - { id: county_name, title: 区县名称, type: text }
      - { id: county_code, title: 区县代码, type: text }
      - { id: residents, title: 常住人口, type: number, unit: 人 }
parameters:
  - id: books_line
    title: 图书线
    unit: 册/生
    values:
      - { value: '20', since: 2020-01-01, basis: { document: 测试〔2020〕1号, article: 第一条 }, verified: { grade: A } }
elements:
  - { id: pupils_total, title: 全县学生数, grain: county, unit: 人, formula: 合计(图书表.学生人数) }
indicators:
  - id: books_each
    title: 生均图书
    grain: school
    formula: 图书表.图书册数 ÷ 图书表.学生人数
    unit: 册/生
    standard: ≥ 参数.图书线
    missing: 待定
    zero_denominator: 不适用
    display: { decimals: 2 }
    gap: { solve: 图书表.图书册数, step: '1' }
    basis: { document: 测试〔2020〕1号 }
    verified: { grade: A }
sections:
  - { id: all, title: 办学条件, items: [books_each] }
verdict: { title: 总体, formula: 办学条件, met: 全县达标, unmet: 全县未达标 }
`

export interface SmallSchool {
  readonly code: string
  readonly name: string
  readonly pupils: string
  readonly books: string
}

export const goodSchools: readonly SmallSchool[] = [
  { code: '1001', name: '东小', pupils: '100', books: '2000' },
  { code: '1002', name: '西小', pupils: '300', books: '7000' },
]

/** A pack and a folder of csv files that it reads. */
export function writeSmallFolder(
  root: string,
  schools: readonly SmallSchool[] = goodSchools,
): { pack: string; data: string } {
  const [packFolder, data] = [join(root, 'pack'), join(root, 'data')]
  mkdirSync(packFolder, { recursive: true })
  mkdirSync(data, { recursive: true })
  writeFileSync(join(packFolder, 'pack.yaml'), pack)
  const roster = schools.map(({ code, name }) => `${code},${name},东镇`)
  writeFileSync(join(data, '名册.csv'), ['2025年学校名册', '学校代码,学校名称,所属乡镇', ...roster, ''].join('\n'))
  const books = schools.map((school) => `${school.code},${school.pupils},${school.books}`)
  writeFileSync(join(data, '图书.csv'), ['2025年图书表', '学校代码,学生人数,图书册数', ...books, ''].join('\n'))
  writeFileSync(
    join(data, '县.csv'),
    ['2025年县情表', '区县名称,区县代码,常住人口', '云岭县,990101,20000', ''].join('\n'),
  )
  return { pack: packFolder, data }
}
