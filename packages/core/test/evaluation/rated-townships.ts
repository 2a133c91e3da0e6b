import type { RegisterRow } from '../../src/collection/index.ts'
import type { Effect, Indicator, Pack } from '../../src/packs/index.ts'
import { rated, row } from './small-county.ts'

const verified = { grade: 'A' as const }
const basis = { document: '测试文件' }

export const grades = ['优秀', '良好', '合格', '不合格'] as const
export const lines = [90, 80, 65] as const

const item = (id: string, title: string, more: Partial<Indicator>): Indicator => ({
  ...rated,
  id,
  title,
  grain: 'township',
  formula: `考核表.${title}数`,
  ...more,
})

const effect = (id: string, title: string, more: Partial<Effect>): Effect => ({
  id,
  title,
  kind: 'veto',
  rating: 'yearly',
  when: `考核表.${title}`,
  basis,
  verified,
  ...more,
})

/** Townships rated on four items: by share, by band, all or nothing, and one that some of them do not have. */
export const townshipPack: Pack = {
  pack: {
    id: 'townships',
    version: '1.0.0',
    title: '乡镇考核',
    issuer: '测试',
    document: '测试',
    scope: '乡镇',
    since: '2017-01-01',
    licence: 'CC0',
  },
  dimensions: [{ id: 'township', title: '乡镇代码', kind: 'unit' }],
  grains: [{ id: 'township', title: '乡镇', dimensions: ['township'], from: 'form', label: 'name' }],
  registers: [
    {
      id: 'form',
      title: '考核表',
      row_is: '一个乡镇',
      period: '自然年',
      reporter: '乡镇',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'township' },
        { id: 'name', title: '名称', type: 'text' },
        { id: 'retention', title: '巩固数', type: 'number', min: '0', max: '100' },
        { id: 'visits', title: '走访数', type: 'integer', min: '0' },
        { id: 'pledges', title: '签订数', type: 'integer', min: '0' },
        { id: 'nursery_has', title: '有园', type: 'boolean' },
        { id: 'nursery', title: '园数', type: 'integer', min: '0', applicable: '有园' },
        { id: 'accident', title: '安全事故', type: 'boolean' },
        { id: 'fraud', title: '弄虚作假', type: 'boolean' },
        { id: 'unsafe', title: '危房使用', type: 'boolean' },
      ],
    },
  ],
  indicators: [
    item('retention', '巩固', { standard: '≥ 95', points: '50', score: '满分 × 值 ÷ 100' }),
    item('visits', '走访', {
      standard: '≥ 10',
      points: '20',
      levels: [{ title: '好', standard: '≥ 10' }, { title: '中', standard: '≥ 5' }, { title: '差' }],
      score: '情形 等级 = "好" → 满分; 等级 = "中" → 满分 × 0.5; 否则 0',
    }),
    item('pledges', '签订', { standard: '≥ 1', points: '20' }),
    item('nursery', '园', { standard: '≥ 1', points: '10' }),
  ],
  sections: [
    { id: 'work', title: '工作', items: ['retention', 'visits'] },
    { id: 'base', title: '基础', items: ['pledges', 'nursery'] },
  ],
  ratings: [
    {
      id: 'yearly',
      title: '年度考核',
      grain: 'township',
      sections: ['work', 'base'],
      full: '100',
      not_applicable: '按比例折算',
      display: { decimals: 2 },
      ladder: [
        ...lines.map((line, rung) => ({ title: grades[rung] ?? '', when: `得分 ≥ ${line}` })),
        { title: grades[3] },
      ],
      met: '合格',
      adjustments: [
        { id: 'praised', title: '受表彰', kind: '加分', max: '2', limit: '3', basis, verified },
        { id: 'raised', title: '筹资', kind: '加分', max: '2.5', basis, verified },
        { id: 'blamed', title: '被通报', kind: '扣分', max: '3', limit: '4', basis, verified },
      ],
      addition_limit: '5',
      basis,
      verified,
    },
  ],
  effects: [
    effect('fraud', '弄虚作假', { window_years: 2 }),
    effect('accident', '安全事故', { kind: 'downgrade' }),
    effect('unsafe', '危房使用', { kind: 'cap', to: '良好' }),
  ],
  verdict: { title: '总结论', formula: '全部(乡镇, 年度考核.达标)', met: '都合格', unmet: '有不合格' },
}

/** What a township filled in; a cell that is left out is not reported. */
export interface Township {
  readonly retention?: number
  readonly visits?: number
  readonly pledges?: number
  readonly nursery?: number
  /** Without one, the item does not apply. */
  readonly nursery_has?: boolean
  readonly accident?: boolean
  readonly fraud?: boolean
  readonly unsafe?: boolean
}

export const allClear = { accident: false, fraud: false, unsafe: false, nursery_has: true } as const

export function townshipRow(code: string, cells: Township, year = 2025): RegisterRow {
  const values = Object.entries(cells).map(([column, value]): [string, string | boolean] => [
    column,
    typeof value === 'number' ? String(value) : value,
  ])
  return row('form', { code, name: `${code}镇`, ...Object.fromEntries(values) }, year)
}
