import { describe, expect, it } from 'vitest'
import { check, planAggregates, print, renderScan } from '../../src/formula/index.ts'
import { problemsOf, run, scopeOf, type World } from './world.ts'

/** Codes whose order as text or as numbers is another: only the place in the list counts. */
const DEGREES = {
  title: '学历层次',
  ordered: true,
  entries: [
    { code: '8', title: '高中' },
    { code: '9', title: '专科' },
    { code: '30', title: '本科' },
    { code: '4', title: '研究生' },
  ],
}
const SETTINGS = {
  title: '城乡类型',
  ordered: false,
  entries: [
    { code: 'c', title: '城区' },
    { code: 'r', title: '乡村' },
  ],
}

const staffOf = (...degrees: (string | null)[]): World => ({
  rows: { 教师: degrees.map((degree) => ({ degree, setting: 'c', full: true, name: '甲' })) },
  rowsets: {
    教师: {
      columns: [
        { id: 'degree', title: '学历', type: 'text', codes: DEGREES },
        { id: 'setting', title: '类型', type: 'text', codes: SETTINGS },
        { id: 'full', title: '专任', type: 'truth' },
        { id: 'name', title: '名', type: 'text' },
      ],
    },
  },
})
const staff = staffOf('8', '9', '30', '30', '4')

describe('a column of an ordered code list', () => {
  it.each([
    ['计数(教师[专任 且 学历 ≥ 本科])', '3'],
    ['计数(教师[学历 > 本科])', '1'],
    ['计数(教师[学历 < 本科])', '2'],
    ['计数(教师[学历 ≤ "30"])', '4'],
    ['计数(教师[本科 ≤ 教师.学历])', '3'],
    ['计数(教师[学历 < 高中])', '0'],
    ['计数(教师[学历 = 本科])', '2'],
    ['计数(教师[学历 ≠ "本科"])', '3'],
    ['计数(教师[学历 属于 (专科, 研究生)])', '2'],
    ['计数(教师[学历 属于 本科])', '2'],
    ['占比(教师, 学历 ≥ 专科)', '0.8'],
    ['计数(教师[类型 = 城区])', '5'],
  ])('%s is %s', (source, answer) => {
    expect(run(source, staff)).toBe(answer)
  })

  it('is 未报 where a cell is empty, even against the lowest code', () => {
    const gaps = staffOf('8', null)
    for (const source of ['计数(教师[学历 ≥ 本科])', '计数(教师[学历 < 高中])', '计数(教师[学历 ≥ 高中])'])
      expect(run(source, gaps)).toBe('missing')
  })

  it('names an unknown word and suggests the nearest', () => {
    const [unknown] = problemsOf('计数(教师[学历 ≥ 本课])', staff)
    expect(unknown).toMatchObject({ code: 'unknown_code', column: 12, suggestion: '是否指“本科”？' })
    expect(problemsOf('计数(教师[学历 = "大本"])', staff).map(({ code }) => code)).toEqual(['unknown_code'])
    expect(problemsOf('计数(教师[类型 ≥ 城区])', staff)[0]).toMatchObject({ code: 'unordered_codes' })
    expect(problemsOf('计数(教师[学历 > 名])', staff).map(({ code }) => code)).toEqual(['text_order'])
    expect(problemsOf('计数(教师[名 = 本科])', staff).map(({ code }) => code)).toEqual(['unknown_name'])
  })

  it('still means the column where a name is no word of the list', () => {
    expect(run('计数(教师[学历 = 名])', staff)).toBe('0')
  })

  it('is counted by the database too', () => {
    const { expression } = check('计数(教师[学历 ≥ 本科])', scopeOf(staff))
    if (!expression) throw new Error('refused')
    const { registers, unsupported } = planAggregates([expression])
    expect(unsupported).toEqual([])
    expect(renderScan({ table: 't', plans: registers.get('教师') ?? [] })).toContain(`"degree" = '30'`)
    expect(print(expression)).toBe('计数(教师[学历 ≥ 本科])')
  })
})
