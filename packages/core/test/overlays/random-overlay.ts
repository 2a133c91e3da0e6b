import { Value } from 'typebox/value'
import type { RegisterRow } from '../../src/collection/index.ts'
import { type Change, Overlay, type Pack, type ParameterValue } from '../../src/packs/index.ts'

const basis = { document: '测试文件' }
const verified = { grade: 'A' as const }
const common = { missing: '待定' as const, basis, verified }

/** Draws that follow from a seed. */
export class Draw {
  private state: number
  constructor(seed: number) {
    this.state = seed | 0
  }
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
  chance(percent: number): boolean {
    return this.below(100) < percent
  }
  one<Item>(first: Item, ...others: readonly Item[]): Item {
    return [first, ...others][this.below(others.length + 1)] ?? first
  }
}

const entry = (value: number, more: Partial<ParameterValue> = {}): ParameterValue => ({
  value: String(value),
  since: '2020-01-01',
  basis,
  verified,
  ...more,
})

const condition = (draw: Draw): string =>
  draw.one(
    '表.甲 > 3',
    '表.甲 ≤ 5',
    '表.旗',
    '非 表.旗',
    '表.类 = "城"',
    '表.类 属于 ("城", "乡")',
    '表.甲 ≥ 4 且 表.旗',
  )

const comparison = (draw: Draw): string => draw.one('≥', '>', '≤', '<')
const threshold = (draw: Draw): string => draw.one('参数.线一', '参数.线二', String(draw.below(8)))

/** A pack with a little of everything that judges: lines by condition, shares, groups, grades, effects. */
export function randomPack(draw: Draw): Pack {
  const perUnit = draw.one('表.甲', '表.甲 + 表.乙', '表.甲 × 参数.权', '表.乙 ÷ 参数.权', '最大(表.甲, 参数.线一)')
  const inCounty = draw.one(
    '计数(单位[首项.达标])',
    '合计(单位.首值)',
    '平均(单位.首值)',
    '最小(单位.首值)',
    '计数(单位[次项.达标])',
    '差异系数(单位.首值, 单位.首值)',
  )
  return {
    pack: {
      id: 'base',
      version: '1.0.0',
      title: '上级',
      issuer: '测',
      document: '测',
      scope: '县',
      since: '2020-01-01',
      licence: 'CC0',
    },
    dimensions: [{ id: 'unit', title: '代码', kind: 'unit' }],
    grains: [
      {
        id: 'unit',
        title: '单位',
        dimensions: ['unit'],
        from: 'form',
        exclusions: draw.chance(40) ? [{ id: 'small', when: '表.甲 < 参数.小线', reason: '小' }] : [],
      },
    ],
    registers: [
      {
        id: 'form',
        title: '表',
        row_is: '一个单位',
        period: '自然年',
        reporter: '单位',
        columns: [
          { id: 'code', title: '代码', type: 'text', dimension: 'unit' },
          { id: 'a', title: '甲', type: 'integer', min: '0' },
          { id: 'b', title: '乙', type: 'integer', min: '0' },
          { id: 'flag', title: '旗', type: 'boolean' },
          { id: 'kind', title: '类', type: 'text' },
        ],
      },
    ],
    parameters: [
      { id: 'line_one', title: '线一', values: [entry(draw.below(8)), ...conditional(draw)] },
      { id: 'line_two', title: '线二', values: [entry(draw.below(8))] },
      { id: 'weight', title: '权', values: [entry(1 + draw.below(3))] },
      { id: 'small', title: '小线', values: [entry(draw.below(3))] },
    ],
    elements: [
      { id: 'first_value', title: '首值', grain: 'unit', formula: perUnit, zero_denominator: '不适用' },
      { id: 'a_value', title: '甲值', grain: 'unit', formula: '表.甲' },
      { id: 'b_value', title: '乙值', grain: 'unit', formula: '表.乙' },
    ],
    indicators: [
      {
        ...common,
        id: 'first',
        title: '首项',
        grain: 'unit',
        formula: '首值',
        standard: `${comparison(draw)} ${threshold(draw)}`,
      },
      {
        ...common,
        id: 'second',
        title: '次项',
        grain: 'unit',
        formula: draw.one('表.旗', '表.旗 或 首项.达标', '非 表.旗', '表.乙 ≤ 参数.线二 且 首项.达标'),
      },
      {
        ...common,
        id: 'third',
        title: '三项',
        grain: 'county',
        formula: inCounty,
        standard: `${comparison(draw)} ${threshold(draw)}`,
        zero_denominator: '不适用',
        points: '40',
      },
      {
        ...common,
        id: 'fourth',
        title: '四项',
        grain: 'county',
        formula: draw.one('任一(单位, 首项.达标)', '全部(单位, 次项.达标)', '计数(两项[达标]) ≥ 1'),
        points: '60',
        score: draw.one('情形 达标 → 满分; 否则 10', '情形 达标 → 满分 × 0.5; 否则 满分', '满分 × 0.5'),
      },
    ],
    groups: [{ id: 'two', title: '两项', members: ['third'] }],
    sections: [
      { id: 'one', title: '一支', items: ['first', 'third'] },
      { id: 'two_part', title: '二支', items: ['second'] },
      { id: 'points', title: '计分支', items: ['third', 'fourth'] },
    ],
    ratings: [
      {
        id: 'rating',
        title: '评',
        grain: 'county',
        sections: ['points'],
        full: '100',
        not_applicable: draw.one('得满分', '按比例折算'),
        ladder: [
          { title: '好', when: '得分 ≥ 80' },
          { title: '中', when: `得分 ≥ ${30 + draw.below(30)}` },
          { title: '差' },
        ],
        met: '中',
        basis,
        verified,
      },
    ],
    verdict: {
      title: '总',
      formula: draw.one(
        '一支.达标 且 二支.达标',
        '一支.达标 或 二支.达标',
        '一支.达标 且 评.达标',
        '评.达标',
        '三项 ≥ 2 或 一支.达标',
      ),
      met: '成',
      unmet: '败',
    },
    effects: [
      {
        id: 'veto',
        kind: 'veto',
        title: '否',
        when: draw.one('任一(单位, 乙值 > 参数.线二)', '计数(单位[首项.达标]) = 0'),
        window_years: 1,
        basis,
        verified,
      },
      {
        id: 'lower',
        kind: draw.one('downgrade', 'veto'),
        rating: 'rating',
        title: '降',
        when: '计数(单位[甲值 > 6]) > 1',
        basis,
        verified,
      },
    ],
  }
}

function conditional(draw: Draw): ParameterValue[] {
  return draw.chance(50) ? [entry(draw.below(8), { when: condition(draw), reason: '因' })] : []
}

/** One to three changes, some of them strict, some lax, some neither. */
export function randomOverlay(draw: Draw, base: Pack): Overlay {
  const changes = Array.from({ length: 1 + draw.below(3) }, () => randomChange(draw, base))
  return overlayOf(changes)
}

export function overlayOf(changes: readonly Change[]): Overlay {
  const overlay: unknown = {
    pack: {
      id: 'local',
      version: '1.0.0',
      title: '下级',
      issuer: '测',
      document: '测',
      scope: '县',
      since: '2020-01-01',
      licence: 'CC0',
      overlays: { pack: 'base', version: '1.0.0' },
    },
    changes,
  }
  if (!Value.Check(Overlay, overlay)) throw new Error('A drawn overlay has no right shape')
  return overlay
}

function randomChange(draw: Draw, base: Pack): Change {
  const parameter = draw.one('line_one', 'line_two', 'weight', 'small')
  const value = entry(1 + draw.below(7))
  switch (draw.below(11)) {
    case 0:
    case 1:
      return { in: 'parameters', id: parameter, set: { values: [value] } }
    case 2:
    case 3: {
      const when = { when: condition(draw), reason: '因' }
      const since = draw.chance(50) ? { since: '2026-01-01' } : {}
      return { in: 'parameters', id: 'line_one', add: { values: [{ ...value, ...when, ...since }] } }
    }
    case 4:
      return {
        in: 'indicators',
        id: draw.one('first', 'third'),
        set: { standard: `${comparison(draw)} ${threshold(draw)}` },
      }
    case 5:
      return { in: 'sections', id: 'two_part', add: { items: ['third'] } }
    case 6:
      return { in: 'sections', id: 'one', remove: { items: [draw.one('first', 'third')] } }
    case 7:
      return { in: 'grains', id: 'unit', add: { exclusions: [{ id: 'more', when: '表.甲 < 2', reason: '小' }] } }
    case 8:
      return { in: 'effects', id: draw.one('veto', 'lower'), set: { window_years: 1 + draw.below(3) } }
    case 9: {
      const more = draw.one(' 且 二支.达标', ' 或 二支.达标')
      const formula = draw.chance(50) ? `(${base.verdict?.formula ?? ''})${more}` : '二支.达标'
      return { in: 'verdict', set: { formula } }
    }
    default: {
      const best = draw.one('得分 ≥ 80', '得分 ≥ 90', '得分 > 70')
      const ladder = [
        { title: '好', when: best },
        { title: '中', when: `得分 ≥ ${30 + draw.below(40)}` },
        { title: '差' },
      ]
      return { in: 'ratings', id: 'rating', set: { ladder, met: draw.one('中', '好') } }
    }
  }
}

/** Two years of a few units; now and then a cell is not reported. */
export function randomCounty(draw: Draw): RegisterRow[] {
  const units = 1 + draw.below(4)
  return [2025, 2026].flatMap((year) =>
    Array.from({ length: units }, (_, at): RegisterRow => {
      const values = {
        code: `U${at}`,
        a: String(draw.below(9)),
        b: String(draw.below(9)),
        flag: draw.chance(60),
        kind: draw.one('城', '乡', '镇'),
      }
      const kept = Object.entries(values).filter(([column]) => column === 'code' || !draw.chance(4))
      const source = { file: 'f', sheet: 's', row: undefined, cellOf: () => undefined }
      return { register: 'form', year, values: Object.fromEntries(kept), source }
    }),
  )
}
