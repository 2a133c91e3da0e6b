import { describe, expect, it } from 'vitest'
import { layOutReport, subjectsOf, validateDocuments } from '../../src/documents/index.ts'
import type { Outline, Pack } from '../../src/packs/index.ts'
import { countyRows, evaluate, rated, type School, withIndicators } from '../evaluation/small-county.ts'

const pack: Pack = withIndicators({
  ...rated,
  id: 'books_share',
  title: '图书达标学校比例',
  grain: 'county',
  formula: '计数(学校学段[生均图书.达标]) ÷ 计数(学校学段) × 100',
  unit: '%',
  standard: '≥ 50',
  zero_denominator: '不适用',
  display: { decimals: 1 },
})

type Body = Outline['sections'][number]['body']

const outlineOf = (body: Body, more: Partial<Outline> = {}): Outline => ({
  id: 'change',
  title: '报告',
  file: '报告.docx',
  sections: [{ heading: '', level: 1, body }],
  ...more,
})

const sentence = (text: string): Body => [{ sentences: [{ text }] }]

const school = (code: string, pupils: string, books: string): School => ({ code, primary: pupils, books })

function said(body: Body, last: readonly School[] | undefined, now: readonly School[], more?: Partial<Outline>) {
  const rows = [...(last === undefined ? [] : countyRows(last, {}, 2024)), ...countyRows(now)]
  const county = evaluate(rows, pack, { year: 2025 })
  const outline = outlineOf(body, more)
  return subjectsOf(county, outline)
    .flatMap((about) => layOutReport(county, outline, about).blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? block.sentences.map(({ text }) => text) : []))
    .join('')
}

const good = (code: string) => school(code, '100', '3000')
const poor = (code: string) => school(code, '100', '1000')

describe('what became of a figure since last year', () => {
  it.each([
    [
      'amounts go up by their own unit',
      '学生{较上年 全县学生数}。',
      [school('1', '90', '3000')],
      '学生比上年增加10人。',
    ],
    ['and down', '学生{较上年 全县学生数}。', [school('1', '130', '3000')], '学生比上年减少30人。'],
    ['or stay', '学生{较上年 全县学生数}。', [good('1')], '学生与上年持平。'],
    ['relative to last year', '学生{较上年 全县学生数|%1}。', [school('1', '80', '3000')], '学生比上年增长25.0%。'],
    [
      'by so little that it prints as nothing',
      '学生{较上年 全县学生数|%0}。',
      [school('1', '99', '3000')],
      '学生比上年增长1%。',
    ],
    ['nothing to compare with', '学生多[[，{较上年 全县学生数}]]。', undefined, '学生多。'],
  ])('%s', (_, text, last, expected) => {
    expect(said(sentence(text), last, [good('1')])).toBe(expected)
  })

  it('shares move by 个百分点', () => {
    expect(said(sentence('比例{较上年 图书达标学校比例}。'), [good('1'), good('2')], [good('1'), poor('2')])).toBe(
      '比例比上年下降50.0个百分点。',
    )
  })

  it('a change too small for its decimals is 基本持平, not a fall of nothing', () => {
    const last = [school('1', '100000', '3000000')]
    expect(said(sentence('学生{较上年 全县学生数|%1}。'), last, [school('1', '100001', '3000000')])).toBe(
      '学生与上年基本持平。',
    )
  })

  it('only a name has a last year: a formula is a mistake that is said before use', () => {
    const place = { file: 'report.yaml', line: 1, column: 1, length: 1 }
    const of = (text: string) =>
      validateDocuments(
        { ...pack, reports: [outlineOf(sentence(text))] },
        { place: () => place, inside: () => place },
      ).map(({ code }) => code)
    expect(of('{较上年 全县学生数 + 1}')).toEqual(['literal_required'])
    expect(of('{较上年 全县学生数|%1}')).toEqual([])
  })
})

describe('issues that were there last year', () => {
  const issues = (state: 'met' | 'unmet'): Body => [
    {
      sentences: [
        { issues: { states: [state], was: 'unmet', single: '{标题}', many: '{标题}共{应评数}个。', none: '没有。' } },
      ],
    },
  ]

  it('are told as put right, or as still there', () => {
    expect(said(issues('met'), [poor('1'), good('2')], [good('1'), good('2')])).toContain('生均图书')
    expect(said(issues('met'), [good('1'), good('2')], [good('1'), good('2')])).toBe('没有。')
    expect(said(issues('unmet'), [poor('1'), good('2')], [poor('1'), good('2')])).toContain('生均图书')
  })

  it('say nothing of last year when there is none', () => {
    expect(said(issues('unmet'), undefined, [poor('1'), good('2')])).toBe('没有。')
  })
})

describe('a report about one subject', () => {
  const each = { each: 'school_grain', file: '{对象名称}.docx' }

  it('lists only what lies in it', () => {
    const list: Body = [{ sentences: [{ list: { over: 'school_stage', item: '{对象名称}', lead: '{总数}个：' } }] }]
    expect(said(list, undefined, [good('1'), poor('2')], each)).toMatch(/^1个：学校1.*。1个：学校2.*。$/)
    expect(said(list, undefined, [good('1'), poor('2')])).toMatch(/^2个：/)
  })

  it('counts the items judged there', () => {
    const counts = sentence('[[达标{达标项数}项]][[，未达标{未达标项数}项]]。')
    expect(said(counts, undefined, [good('1'), poor('2')], each)).toBe('达标1项。未达标1项。')
  })
})
