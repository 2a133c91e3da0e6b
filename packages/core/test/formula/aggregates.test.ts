import { describe, expect, it } from 'vitest'
import { notApplicable } from '../../src/formula/index.ts'
import { evaluate, run, show } from './world.ts'

const schools = {
  学校: [
    { 名: '甲', 学生数: 200, 面积: 1000, 城区: true },
    { 名: '乙', 学生数: 300, 面积: 900, 城区: false },
    { 名: '丙', 学生数: 500, 面积: 3000, 城区: true },
  ],
}

describe('aggregates', () => {
  it.each([
    ['合计(学校.学生数)', '1000'],
    ['合计(学校.学生数[城区])', '700'],
    ['合计(学校[城区].学生数)', '700'],
    ['合计(学校[城区], 学生数 × 2)', '1400'],
    ['合计(学校.学生数 × 2 + 学校.面积)', '6900'],
    ['计数(学校)', '3'],
    ['计数(学校[学生数 ≥ 300])', '2'],
    ['计数(学校[城区, 学生数 > 200])', '1'],
    ['计数(学校[学校.学生数 > 200 且 城区])', '1'],
    ['平均(学校.学生数)', '1000/3'],
    ['最大(学校.学生数)', '500'],
    ['最小(学校.学生数)', '200'],
    ['中位(学校.学生数)', '300'],
    ['中位(学校.学生数[城区])', '350'],
    ['加权平均(学校.面积 ÷ 学校.学生数, 学校.学生数)', '4.9'],
    ['加权平均(学校[城区].面积, 学校[学校.城区].学生数)', '17000/7'],
    ['加权平均(学校[城区, 学生数 >= 300].面积, 学校.学生数[学生数≥300, 城区])', '3000'],
    ['占比(学校, 城区)', '2/3'],
    ['任一(学校, 学生数 > 400)', 'true'],
    ['全部(学校, 学生数 > 200)', 'false'],
    ['全部(学校[城区], 面积 ÷ 学生数 ≥ 5)', 'true'],
    ['存在(学校[学生数 > 1000])', 'false'],
    ['存在(学校, 学生数 > 400)', 'true'],
    ['合计(学校.学生数[学生数 > 9999])', '0'],
    ['计数(学校[名 属于 ("甲", "丙")])', '2'],
    ['合计(学校.面积) ÷ 合计(学校.学生数) ≥ 4.5', 'true'],
  ])('%s = %s', (source, expected) => {
    expect(run(source, { rows: schools })).toBe(expected)
  })

  it('cannot average nothing', () => {
    for (const source of ['平均', '最大', '中位'])
      expect(run(`${source}(学校.学生数[学生数 > 9999])`, { rows: schools })).toBe('not_applicable')
    expect(run('占比(学校[学生数 > 9999], 城区)', { rows: schools })).toBe('not_applicable')
  })
})

describe('strictness', () => {
  const rows = {
    学校: [
      { 人数: 10, 类: 'a' },
      { 人数: null, 类: 'a' },
      { 人数: 30, 类: null },
      { 人数: notApplicable([]), 类: 'b' },
    ],
  }

  it('is missing as soon as one expected row is, and says who', () => {
    const value = evaluate('合计(学校.人数)', { rows })
    expect(value.status).toBe('missing')
    expect(value.coverage).toEqual({ expected: 4, reported: 2, notApplicable: 1 })
    expect(value.causes.map((cause) => cause.unit)).toEqual(['第2校'])
  })

  it('leaves out rows that are not applicable and counts them', () => {
    const value = evaluate('合计(学校.人数[类 = "b"])', {
      rows: {
        学校: [
          { 人数: 5, 类: 'b' },
          { 人数: notApplicable([]), 类: 'b' },
        ],
      },
    })
    expect(show(value)).toBe('5')
    expect(value.coverage).toEqual({ expected: 2, reported: 1, notApplicable: 1 })
  })

  it('is missing for units that have no row', () => {
    const value = evaluate('合计(学校.人数)', { rows: { 学校: [{ 人数: 5 }] }, absent: { 学校: ['丁校'] } })
    expect(value.status).toBe('missing')
    expect(value.coverage).toEqual({ expected: 2, reported: 1, notApplicable: 0 })
    expect(value.causes).toMatchObject([{ unit: '丁校' }])
  })

  it('decides 全部 and 任一 by one known row', () => {
    const some = { 学校: [{ 达标: false }, { 达标: null }, { 达标: true }] }
    expect(run('全部(学校, 达标)', { rows: some })).toBe('false')
    expect(run('任一(学校, 达标)', { rows: some })).toBe('true')
    const open = { 学校: [{ 达标: true }, { 达标: null }] }
    expect(run('全部(学校, 达标)', { rows: open })).toBe('missing')
  })

  it('leaves a missing filter undecided', () => {
    expect(run('计数(学校[类 = "a"])', { rows })).toBe('missing')
  })
})

describe('what is sure although something is missing', () => {
  const columns = [
    { id: '人数', title: '人数', type: 'number', min: '0', max: '60' },
    { id: '满', title: '满', type: 'truth' },
  ] as const
  const rowsets = { 班: { columns } }

  it('decides a comparison from the limits of the missing cells', () => {
    const rows = {
      班: [
        { 人数: 50, 满: true },
        { 人数: null, 满: false },
      ],
    }
    const value = evaluate('合计(班.人数) ≥ 50', { rows, rowsets })
    expect(value).toMatchObject({ status: 'known', content: true })
    expect(value.causes).toHaveLength(1)
    expect(run('合计(班.人数) > 110', { rows, rowsets })).toBe('false')
    expect(run('合计(班.人数) > 80', { rows, rowsets })).toBe('missing')
    expect(run('合计(班.人数) ÷ 10 + 1 ≥ 6', { rows, rowsets })).toBe('true')
  })

  it('bounds a count', () => {
    const rows = { 班: [{ 满: true }, { 满: null }, { 满: false }] }
    expect(run('计数(班[满]) ≥ 1', { rows, rowsets })).toBe('true')
    expect(run('计数(班[满]) ≥ 3', { rows, rowsets })).toBe('false')
    expect(run('计数(班[满]) ≥ 2', { rows, rowsets })).toBe('missing')
  })

  it('does not bound the count of a register by the units that sent nothing', () => {
    const world = { rows: { 班: [{ 满: true }] }, rowsets, absent: { 班: ['乙校'] } }
    expect(run('计数(班[满]) ≥ 5', world)).toBe('missing')
    expect(run('计数(班[满]) ≥ 1', world)).toBe('true')
    const subjects = { ...world, rowsets: { 班: { columns, source: 'subjects' } } } as const
    expect(run('计数(班[满]) ≥ 3', subjects)).toBe('false')
  })
})

describe('差异系数', () => {
  it('weights by pupils: the example worked by hand', () => {
    // 100 pupils at 2, 300 pupils at 4: mean 3.5, S² = 0.25·2.25 + 0.75·0.25 = 0.75, CV² = 0.75 ÷ 12.25 = 3/49
    const rows = {
      校: [
        { x: 2, p: 100 },
        { x: 4, p: 300 },
      ],
    }
    const value = evaluate('差异系数(校.x, 校.p)', { rows })
    expect(show(value)).toBe('0.247435829652696756218206620215')
    expect(run('差异系数(校.x, 校.p) ≤ 0.247435829652696756218206620215', { rows })).toBe('false')
    expect(run('差异系数(校.x, 校.p) × 7 ≤ 1.7320508075688772935274463415', { rows })).toBe('false')
    expect(run('差异系数(校.x, 校.p) × 7 ≤ 1.7320508075688772935274463416', { rows })).toBe('true')
  })

  it('passes at exactly the limit', () => {
    // 1 and 3 with equal weights: mean 2, S = 1, CV = 0.5
    const rows = {
      校: [
        { x: 1, p: 10 },
        { x: 3, p: 10 },
      ],
    }
    expect(run('差异系数(校.x, 校.p)', { rows })).toBe('0.5')
    expect(run('差异系数(校.x, 校.p) ≤ 0.5', { rows })).toBe('true')
    expect(run('差异系数(校.x, 校.p) < 0.5', { rows })).toBe('false')
  })

  it('is not computable for one school or a zero mean, never 0', () => {
    for (const rows of [
      { 校: [{ x: 2, p: 100 }] },
      {
        校: [
          { x: 0, p: 100 },
          { x: 0, p: 5 },
        ],
      },
    ]) {
      const value = evaluate('差异系数(校.x, 校.p)', { rows })
      expect(value.status).toBe('not_applicable')
      expect(value.causes[0]?.message).toContain('不可计算')
    }
  })

  it('is missing when one school is', () => {
    expect(
      run('差异系数(校.x, 校.p)', {
        rows: {
          校: [
            { x: 2, p: 100 },
            { x: null, p: 5 },
            { x: 3, p: 5 },
          ],
        },
      }),
    ).toBe('missing')
  })
})

describe('the one row of a register', () => {
  const rows = {
    自评表: [
      { 编号: 'G1', 结论: '合格' },
      { 编号: 'G2', 结论: null },
    ],
  }
  it('is read by a condition', () => {
    expect(run('自评表.结论[编号 = "G1"]', { rows })).toBe('合格')
    expect(run('自评表.结论[编号 = "G1"] = "合格"', { rows })).toBe('true')
    expect(run('自评表.结论[编号 = "G2"]', { rows })).toBe('missing')
    expect(evaluate('自评表.结论[编号 = "G9"]', { rows }).causes[0]?.code).toBe('missing_row')
    expect(evaluate('自评表.结论[编号 ≠ "G9"]', { rows }).causes[0]?.code).toBe('more_than_one_row')
  })

  it('needs no condition when there can be only one', () => {
    expect(run('表.人数 + 1', { rows: { 表: [{ 人数: 4 }] }, rowsets: { 表: { single: true } } })).toBe('5')
    expect(
      run('最大(表.人数, 表.班数)', { rows: { 表: [{ 人数: 4, 班数: 9 }] }, rowsets: { 表: { single: true } } }),
    ).toBe('9')
  })
})

describe('cells that do not apply', () => {
  it('leaves them out', () => {
    const columns = [
      { id: '小学', title: '小学', type: 'truth' },
      { id: '人数', title: '人数', type: 'number', applicable: '小学' },
    ] as const
    const rows = {
      校: [
        { 小学: true, 人数: 5 },
        { 小学: false, 人数: null },
      ],
    }
    const value = evaluate('合计(校.人数)', { rows, rowsets: { 校: { columns } } })
    expect(show(value)).toBe('5')
    expect(value.coverage?.notApplicable).toBe(1)
  })
})
