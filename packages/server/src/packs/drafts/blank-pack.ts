import type { PackFile } from '@eduduty/core/packs'

/** A whole small pack to begin with, the one of docs/first-pack.md: one form, one line, one indicator, one worked example. */
export const blankPack: readonly PackFile[] = [
  {
    path: 'pack.yaml',
    text: `pack:
  id: my-standard
  version: 0.1.0
  title: 我的标准
  issuer: 某县
  document: 某县文件
  scope: 某县
  since: 2026-01-01
  licence: CC0-1.0
`,
  },
  {
    path: 'registers.yaml',
    text: `dimensions:
  - { id: unit, title: 机构, kind: unit }

grains:
  - { id: school, title: 学校, dimensions: [unit], from: floors, label: name }

registers:
  - id: floors
    title: 校舍表
    row_is: 一所学校
    period: 自然年
    reporter: 学校
    columns:
      - { id: code, title: 学校代码, type: text, required: true, dimension: unit }
      - { id: name, title: 学校名称, type: text, required: true }
      - { id: pupils, title: 学生人数, type: integer, unit: 人, required: true, min: '0' }
      - { id: floor, title: 校舍面积, type: number, unit: 平方米, required: true, min: '0' }
`,
  },
  {
    path: 'rules.yaml',
    text: `parameters:
  - id: floor_line
    title: 生均校舍线
    unit: 平方米/生
    values:
      - { value: '6', since: 2026-01-01, basis: { document: 某县文件, article: 第一条 }, verified: { grade: C, source: 示例 } }

elements:
  - { id: enrolment, title: 在校生, grain: school, unit: 人, formula: 校舍表.学生人数 }

indicators:
  - id: floor_per_pupil
    title: 生均校舍
    grain: school
    unit: 平方米/生
    formula: 校舍表.校舍面积 ÷ 在校生
    standard: ≥ 参数.生均校舍线
    missing: 待定
    zero_denominator: 不适用
    display: { decimals: 2 }
    basis: { document: 某县文件, article: 第一条 }
    verified: { grade: C, source: 示例 }

sections:
  - { id: floor_space, title: 校舍, items: [floor_per_pupil] }

verdict: { title: 校舍核查, formula: 校舍.达标, met: 校舍核查通过, unmet: 校舍核查未通过 }
`,
  },
  {
    path: 'golden.yaml',
    text: `golden:
  - title: 2500÷500=5，低于6
    year: 2026
    rows: { floors: [{ code: X02, name: 河东小学, pupils: 500, floor: 2500 }] }
    expect:
      - { of: floor_per_pupil, subject: { unit: X02 }, value: '5', verdict: unmet }
`,
  },
]
