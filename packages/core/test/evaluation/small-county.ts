import type { RegisterRow } from '../../src/collection/index.ts'
import { type CountyFacade, type CountyInput, evaluateCounty, planPack } from '../../src/evaluation/index.ts'
import type { Indicator, Pack, ParameterValue } from '../../src/packs/index.ts'

const basis = { document: '测试文件' }
const verified = { grade: 'A' as const }

export const rated = { missing: '待定' as const, basis, verified }

export const entry = (value: string, more: Partial<ParameterValue> = {}): ParameterValue => ({
  value,
  since: '2017-01-01',
  basis,
  verified,
  ...more,
})

/** Two stages, a roster, a form for each school: books and pupils, and a county form. */
export const smallPack: Pack = {
  pack: {
    id: 'small',
    version: '1.0.0',
    title: '小标准',
    issuer: '测试',
    document: '测试',
    scope: '县',
    since: '2017-01-01',
    licence: 'CC0',
    reference_day: '09-01',
    county: { register: 'county_form', name: 'county_name', code: 'county_code' },
  },
  dimensions: [
    { id: 'school', title: '学校代码', kind: 'unit' },
    { id: 'stage', title: '学段', kind: 'values', values: ['小学', '初中'] },
  ],
  grains: [
    {
      id: 'school_stage',
      title: '学校学段',
      dimensions: ['school', 'stage'],
      from: 'roster',
      exists: { 小学: '设小学', 初中: '设初中' },
      label: 'name',
      exclusions: [
        { id: 'closed', when: '名册.停办', reason: '学校已停办' },
        { id: 'tiny', when: '名册.教学点 且 填报表.小学学生数 < 50', reason: '不足50人的教学点' },
      ],
    },
    { id: 'school_grain', title: '学校', dimensions: ['school'], from: 'roster', label: 'name' },
    { id: 'county_stage', title: '县学段', dimensions: ['stage'] },
  ],
  registers: [
    {
      id: 'roster',
      title: '名册',
      row_is: '一所学校',
      period: '学年',
      reporter: '县教育局',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'school' },
        { id: 'name', title: '校名', type: 'text' },
        { id: 'has_primary', title: '设小学', type: 'boolean' },
        { id: 'has_junior', title: '设初中', type: 'boolean' },
        { id: 'closed', title: '停办', type: 'boolean' },
        { id: 'point', title: '教学点', type: 'boolean' },
        { id: 'town', title: '乡镇', type: 'text' },
      ],
    },
    {
      id: 'form',
      title: '填报表',
      row_is: '一所学校',
      period: '学年',
      reporter: '学校',
      expected: '非 停办',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'school' },
        { id: 'primary_pupils', title: '小学学生数', type: 'integer', unit: '人', min: '0' },
        { id: 'junior_pupils', title: '初中学生数', type: 'integer', unit: '人', min: '0' },
        { id: 'books', title: '图书', type: 'integer', unit: '册', min: '0' },
        { id: 'built_early', title: '早年建成', type: 'boolean' },
      ],
    },
    {
      id: 'county_form',
      title: '县表',
      row_is: '一个县',
      period: '学年',
      reporter: '县教育局',
      columns: [
        { id: 'county_name', title: '县名', type: 'text' },
        { id: 'county_code', title: '县代码', type: 'text' },
        { id: 'fraud', title: '弄虚作假', type: 'boolean' },
        { id: 'spending', title: '支出', type: 'number', unit: '万元' },
      ],
    },
  ],
  parameters: [
    {
      id: 'books_line',
      title: '图书线',
      by: ['stage'],
      unit: '册/生',
      values: [
        entry('20', { for: { stage: '小学' } }),
        entry('30', { for: { stage: '初中' } }),
        entry('15', {
          for: { stage: '小学' },
          when: '填报表.早年建成',
          reason: '早年规划建成',
          until: '2024-12-31',
          transitional: true,
        }),
      ],
    },
    {
      id: 'spread_line',
      title: '差异线',
      by: ['stage'],
      values: [entry('0.50', { for: { stage: '小学' } }), entry('0.45', { for: { stage: '初中' } })],
    },
  ],
  elements: [
    {
      id: 'pupils',
      title: '学生数',
      grain: 'school_stage',
      unit: '人',
      formula: { 小学: '填报表.小学学生数', 初中: '填报表.初中学生数' },
    },
    {
      id: 'books_here',
      title: '图书数',
      grain: 'school_stage',
      unit: '册',
      formula: '填报表.图书 × 学生数 ÷ (填报表.小学学生数 + 填报表.初中学生数)',
      zero_denominator: '不适用',
    },
    {
      id: 'all_pupils',
      title: '全县学生数',
      grain: 'county',
      unit: '人',
      formula: '合计(填报表.小学学生数) + 合计(填报表.初中学生数)',
    },
  ],
  indicators: [
    {
      ...rated,
      id: 'books_each',
      title: '生均图书',
      grain: 'school_stage',
      formula: '图书数 ÷ 学生数',
      unit: '册/生',
      standard: '≥ 参数.图书线',
      zero_denominator: '不适用',
      display: { decimals: 2 },
      gap: { solve: '图书数', step: '1' },
    },
    {
      ...rated,
      id: 'books_spread',
      title: '生均图书差异系数',
      grain: 'county_stage',
      formula: '差异系数(学校学段.生均图书, 学校学段.学生数)',
      standard: '≤ 参数.差异线',
      display: { decimals: 4 },
    },
    {
      ...rated,
      id: 'big_enough',
      title: '规模',
      grain: 'county',
      formula: '计数(学校学段[生均图书.达标]) ÷ 计数(学校学段)',
      standard: '≥ 50%',
      zero_denominator: '不适用',
      display: { decimals: 1, percent: true },
    },
  ],
  groups: [{ id: 'both', title: '两项', members: ['books_each'] }],
  sections: [
    { id: 'resource', title: '资源配置', items: ['books_each'] },
    { id: 'balance', title: '校际均衡', items: ['books_spread'] },
  ],
  verdict: { title: '总结论', formula: '资源配置 且 校际均衡', met: '全县达标', unmet: '全县未达标' },
  effects: [{ id: 'fraud', title: '弄虚作假', kind: 'veto', when: '县表.弄虚作假', basis, verified }],
  checks: [
    {
      id: 'books_positive',
      title: '图书不为零',
      register: 'form',
      rule: '图书 > 0',
      severity: '强制',
      message: '图书为{图书}，学生有{小学学生数 + 初中学生数}人',
      columns: ['books'],
    },
  ],
}

export const withIndicators = (...indicators: Indicator[]): Pack => ({
  ...smallPack,
  indicators: [...smallPack.indicators, ...indicators],
})

let line = 0
export function row(register: string, values: RegisterRow['values'], year = 2025): RegisterRow {
  line += 1
  const at = line
  return {
    register,
    year,
    values,
    source: { file: '甲.xlsx', sheet: '表', row: at, cellOf: (column) => (column in values ? `B${at}` : undefined) },
  }
}

export interface School {
  readonly code: string
  readonly primary?: string
  readonly junior?: string
  readonly books?: string
  readonly more?: RegisterRow['values']
  readonly roster?: RegisterRow['values']
  /** No form came in. */
  readonly silent?: boolean
}

/** Roster and forms of some schools, with the county form. */
export function countyRows(schools: readonly School[], county: RegisterRow['values'] = {}, year = 2025): RegisterRow[] {
  return [
    row(
      'county_form',
      { county_name: '云岭县', county_code: '990101', fraud: false, spending: '12.5', ...county },
      year,
    ),
    ...schools.flatMap((school) => [
      row(
        'roster',
        {
          code: school.code,
          name: `学校${school.code}`,
          has_primary: school.primary !== undefined,
          has_junior: school.junior !== undefined,
          closed: false,
          point: false,
          town: '东镇',
          ...school.roster,
        },
        year,
      ),
      ...(school.silent === true ? [] : [formRow(school, year)]),
    ]),
  ]
}

function formRow(school: School, year: number): RegisterRow {
  return row(
    'form',
    {
      code: school.code,
      primary_pupils: school.primary ?? '0',
      junior_pupils: school.junior ?? '0',
      built_early: false,
      ...(school.books === undefined ? {} : { books: school.books }),
      ...school.more,
    },
    year,
  )
}

export function evaluate(
  rows: readonly RegisterRow[],
  pack: Pack = smallPack,
  more: Partial<CountyInput> = {},
): CountyFacade {
  return evaluateCounty({ plan: planPack(pack), rows, packHash: 'p', snapshot: 's', runId: 'r', program: '0', ...more })
}
