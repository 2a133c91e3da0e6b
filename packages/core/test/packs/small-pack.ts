/** A whole pack of one file, small enough to read; tests break it one place at a time. */
export const smallPack = `pack:
  id: small-pack
  version: 1.0.0
  title: 小标准包
  issuer: 测试
  document: 测试〔2025〕1号
  scope: 县
  since: 2020-01-01
  licence: CC0-1.0
dimensions:
  - { id: school, title: 学校, kind: unit }
  - { id: stage, title: 学段, kind: values, values: [小学, 初中] }
grains:
  - { id: school_stage, title: 学校学段, dimensions: [school, stage], from: schools, label: name }
codes:
  - id: area
    title: 城乡
    codes:
      - { code: '1', title: 城区 }
      - { code: '2', title: 乡村 }
registers:
  - id: schools
    title: 学校表
    row_is: 一所学校的一个学段
    period: 学年
    reporter: 学校
    columns:
      - { id: code, title: 学校代码, type: text, dimension: school, required: true }
      - { id: name, title: 学校名称, type: text }
      - { id: stage, title: 学段, type: text, dimension: stage }
      - { id: area, title: 城乡类型, type: code, codes: area }
      - { id: pupils, title: 学生数, type: integer, unit: 人, min: 0 }
      - { id: teachers, title: 教师数, type: integer, unit: 人, min: 0 }
parameters:
  - id: line
    title: 师资线
    by: [stage]
    unit: 人/百名学生
    values:
      - { for: { stage: 小学 }, value: 4.20, since: 2020-01-01, basis: { document: 甲 }, verified: { grade: A } }
      - { for: { stage: 初中 }, value: 5.3, since: 2020-01-01, basis: { document: 甲 }, verified: { grade: A } }
indicators:
  - id: per_hundred
    title: 每百名学生教师数
    grain: school_stage
    formula: 学校表.教师数 ÷ 学校表.学生数 × 100
    unit: 人/百名学生
    standard: ≥ 参数.师资线
    missing: 待定
    zero_denominator: 不适用
    basis: { document: 甲 }
    verified: { grade: A }
`
