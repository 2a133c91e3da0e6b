import type { RegisterRow } from '@eduduty/core/collection'
import type { Pack } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'
import { countyRows, evaluate, rated, row, smallPack } from './small-county.ts'

const { county: _, ...manifest } = smallPack.pack

/** One data table says who is there and holds the figures: the law for the poorest of folders. */
const alone: Pack = {
  pack: { ...manifest, id: 'alone' },
  dimensions: smallPack.dimensions ?? [],
  grains: [
    { id: 'school_grain', title: '学校', dimensions: ['school'], from: 'table', label: 'name' },
    {
      id: 'school_stage',
      title: '学校学段',
      dimensions: ['school', 'stage'],
      from: 'table',
      exists: { 小学: '学段 = "小学"', 初中: '学段 = "初中"' },
    },
    { id: 'county_stage', title: '县学段', dimensions: ['stage'] },
  ],
  registers: [
    {
      id: 'table',
      title: '统计表',
      row_is: '一所学校',
      period: '学年',
      reporter: '县教育局',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'school' },
        { id: 'name', title: '校名', type: 'text' },
        { id: 'level', title: '学段', type: 'text' },
        { id: 'pupils', title: '学生数', type: 'integer', unit: '人', min: '0' },
        { id: 'books', title: '图书', type: 'number', unit: '册', min: '0' },
      ],
    },
    {
      id: 'by_stage',
      title: '分段表',
      row_is: '一所学校的一个学段',
      period: '学年',
      reporter: '学校',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'school' },
        { id: 'stage', title: '学段', type: 'text', dimension: 'stage' },
        { id: 'classes', title: '班数', type: 'integer', unit: '班' },
      ],
    },
    {
      id: 'boarding',
      title: '寄宿表',
      row_is: '一所学校',
      period: '学年',
      reporter: '学校',
      expected: '学段 = "初中"',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'school' },
        { id: 'beds', title: '床位', type: 'integer', unit: '个' },
      ],
    },
    {
      id: 'county_form',
      title: '县表',
      row_is: '一个县',
      period: '学年',
      reporter: '县教育局',
      expected: '学段 = "高中"',
      columns: [{ id: 'spending', title: '支出', type: 'number', unit: '万元' }],
    },
  ],
  elements: [
    { id: 'count', title: '学校总数', grain: 'county', formula: '计数(学校)' },
    { id: 'total', title: '学生总数', grain: 'county', formula: '合计(统计表.学生数)' },
    { id: 'stage_count', title: '段数', grain: 'county_stage', formula: '计数(学校学段)' },
    { id: 'beds', title: '床位数', grain: 'school_grain', formula: '寄宿表.床位' },
    { id: 'all_beds', title: '全部床位', grain: 'county', formula: '合计(寄宿表.床位)' },
    { id: 'paid', title: '县支出', grain: 'county', formula: '县表.支出' },
  ],
  indicators: [
    {
      ...rated,
      id: 'each',
      title: '生均图书',
      grain: 'school_grain',
      formula: '统计表.图书 ÷ 统计表.学生数',
      standard: '≥ 5',
      zero_denominator: '不适用',
    },
    {
      ...rated,
      id: 'spread',
      title: '差异系数',
      grain: 'county',
      formula: '差异系数(学校.生均图书, 统计表.学生数)',
      standard: '≤ 0.4',
    },
  ],
  sections: [{ id: 'all', title: '全部', items: ['each'] }],
  verdict: { title: '总结论', formula: '全部.达标', met: '达标', unmet: '未达标' },
}

const school = (code: string, values: RegisterRow['values'] = {}): RegisterRow =>
  row('table', { code, name: `校${code}`, level: '小学', pupils: '10', books: '100', ...values })
const two = [school('A'), school('B')]
const shown = (rows: readonly RegisterRow[], node: string, subject = 'county') =>
  evaluate(rows, alone).figure(node, subject)
const causesOf = (rows: readonly RegisterRow[], node: string, subject = 'county') =>
  shown(rows, node, subject)?.causes?.map((cause) => cause.message)

describe('a school whose rows refused each other', () => {
  const torn: RegisterRow = {
    ...row('table', { code: 'C', name: '校C' }),
    refused: { row: '报了 2 份且不一致（a.csv“a”B5、a.csv“a”B6）' },
  }
  it('still counts, and leaves open what it would have decided', () => {
    const county = evaluate([...two, torn], alone)
    expect(county.figure('count', 'county')?.shown).toBe('3')
    expect(county.figure('total', 'county')?.status).toBe('missing')
    expect([evaluate(two, alone).assessment().verdict.state, county.assessment().verdict.state]).toEqual([
      'met',
      'undecided',
    ])
    expect(causesOf([...two, torn], 'each', 'C')).toEqual([
      '校C的统计表报了 2 份且不一致（a.csv“a”B5、a.csv“a”B6），没有采用',
    ])
  })
})

describe('a row without a usable code', () => {
  const lost = (level: string): RegisterRow => ({
    ...row('table', { name: '丙', level, pupils: '900', books: '1' }),
    refused: { row: 'a.csv“a”B5' },
  })
  it('makes every total over the table 未报 and says which row is to blame', () => {
    const rows = [...two, lost('小学')]
    for (const node of ['count', 'total']) {
      expect(shown(rows, node)?.status).toBe('missing')
      expect(causesOf(rows, node)).toEqual(['统计表有 1 行因代码无效未采用：a.csv“a”B5'])
    }
    expect(evaluate(rows, alone).assessment().verdict.state).toBe('undecided')
  })
  it('leaves stages alone that its own row rules out', () => {
    const rows = [...two, lost('小学')]
    expect([shown(rows, 'stage_count', '小学')?.status, shown(rows, 'stage_count', '初中')?.shown]).toEqual([
      'missing',
      '0',
    ])
  })
  it('does not touch a school with its own row', () => {
    expect(shown([...two, lost('小学')], 'each', 'A')?.state).toBe('met')
  })
  it('is missed by the forms that its school should have sent, too', () => {
    const rows = [...two, lost('初中'), row('boarding', { code: 'A', beds: '3' })]
    expect(shown(rows, 'all_beds')?.status).toBe('missing')
  })
})

describe('a register that is expected of some units only', () => {
  const rows = [...two, school('J', { level: '初中' })]
  it('is 不适用 for the others and 未报 for those', () => {
    expect([shown(rows, 'beds', 'A')?.status, shown(rows, 'beds', 'J')?.status]).toEqual(['not_applicable', 'missing'])
    expect(causesOf(rows, 'beds', 'A')).toEqual(['按规定不需要报送寄宿表'])
    expect([shown(two, 'all_beds')?.shown, shown(rows, 'all_beds')?.status]).toEqual(['0', 'missing'])
  })
  it('of the whole county is 不适用 when nobody has to send it', () => {
    expect(shown(rows, 'paid')?.status).toBe('not_applicable')
    expect(shown([...rows, school('H', { level: '高中' })], 'paid')?.status).toBe('missing')
    const coverage = evaluate(rows, alone).assessment().coverage.registers
    expect(coverage.find(({ register }) => register === 'county_form')).toMatchObject({ expected: 0, missing: [] })
  })
})

describe('rows about what is not there', () => {
  it('are named once for each value, with places and count', () => {
    const stage = (code: string, value: string) => row('by_stage', { code, stage: value, classes: '3' })
    const rows = [
      ...two,
      stage('A', '高中'),
      stage('B', '高中'),
      stage('A', '初中'),
      stage('A', '小学'),
      stage('Z', '小学'),
    ]
    const { findings } = evaluate(rows, alone).assessment()
    const own = findings.filter((finding) => finding.register === 'by_stage' && finding.code !== 'missing_form')
    expect(own.map(({ code, level }) => [level, code])).toEqual([
      ['error', 'unknown_value'],
      ['error', 'unknown_unit'],
      ['error', 'unexpected_subject'],
    ])
    expect(own[0]?.message).toMatch(/“高中”不在规定的取值中，未计入（共 2 行，另见 B\d+）/)
    expect(own[0]?.advice).toContain('小学、初中')
    expect(own[2]?.message).toContain('校A的“初中”，名册上没有这一学段')
  })
})

describe('refused cells and standards in another unit', () => {
  it('a refused cell is not called unfilled', () => {
    const bad: RegisterRow = { ...school('C', {}), refused: { cells: { pupils: '约500' } } }
    const { pupils: _, ...values } = bad.values
    expect(causesOf([...two, { ...bad, values }], 'each', 'C')).toEqual(['校C的统计表“学生数”填的“约500”未被采用'])
  })
  it('a fraction of a unit conversion is judged exactly and the standard keeps its unit', () => {
    const pack: Pack = {
      ...smallPack,
      indicators: [
        {
          ...rated,
          id: 'land',
          title: '占地',
          grain: 'county',
          formula: '县表.占地',
          unit: '平方米',
          standard: '≥ 5 亩',
        },
        {
          ...rated,
          id: 'thrice',
          title: '三份',
          grain: 'county',
          formula: '县表.占地 × 3',
          unit: '平方米',
          standard: '≥ 10000 平方米',
        },
      ],
      groups: [],
      sections: [],
      registers: smallPack.registers.map((register) =>
        register.id === 'county_form'
          ? {
              ...register,
              columns: [...register.columns, { id: 'land', title: '占地', type: 'number', unit: '平方米' }],
            }
          : register,
      ),
    }
    const { verdict: __, ...withoutVerdict } = pack
    const county = evaluate(countyRows([], { land: '10000/3' }), withoutVerdict)
    expect(county.figure('land', 'county')).toMatchObject({
      state: 'met',
      value: '10000/3',
      standard: { text: '≥ 5亩', value: '10000/3' },
    })
    expect(county.figure('thrice', 'county')?.state).toBe('met')
  })
})
