import { describe, expect, it } from 'vitest'
import { layOutReport, type ReportModel, subjectsOf, validateDocuments } from '../../src/documents/index.ts'
import type { Outline } from '../../src/packs/index.ts'
import { countyRows, evaluate, type School, smallPack } from '../evaluation/small-county.ts'

const schools: readonly School[] = [
  { code: '1', primary: '300', books: '6015' },
  { code: '2', primary: '200', books: '3000' },
]

const outline: Outline = {
  id: 'each',
  kind: 'duty_report',
  each: 'school_stage',
  title: '{县名}{对象名称}图书报告',
  file: '图书/{对象名称}.docx',
  sections: [
    {
      heading: '一、图书',
      level: 1,
      body: [
        { sentences: [{ text: '本校生均图书{生均图书|1}册，全县学生{全县学生数}人。' }] },
        {
          sentences: [
            {
              issues: {
                states: ['unmet'],
                single: '{标题}未达标，为{指标值}。',
                many: '{标题}共{应评数}个对象。',
                none: '没有未达标事项。',
                numbered: true,
              },
            },
          ],
        },
      ],
    },
  ],
}

const lines = (report: ReportModel): readonly string[] =>
  report.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.sentences.map(({ text }) => text).join('')] : [],
  )

describe('an outline with a report for each subject', () => {
  const county = evaluate(countyRows(schools))
  const reports = subjectsOf(county, outline).map((about) => layOutReport(county, outline, about))

  it('writes one for each, told from there, under a name of its own', () => {
    expect(reports).toHaveLength(2)
    expect(new Set(reports.map(({ file }) => file)).size).toBe(2)
    for (const { file } of reports) expect(file).toMatch(/^图书－.+\.docx$/)
    expect(lines(reports[0] ?? fail())[0]).toBe('本校生均图书20.1册，全县学生500人。')
    expect(lines(reports[1] ?? fail())[0]).toBe('本校生均图书15.0册，全县学生500人。')
  })

  it('tells of each only what is judged there', () => {
    const issues = reports.map((report) => lines(report).slice(1).join())
    expect(issues.filter((text) => text.includes('没有未达标事项'))).toHaveLength(1)
    expect(issues.filter((text) => text.includes('未达标，为15'))).toHaveLength(1)
    expect(issues.join()).not.toContain('个对象')
  })

  it('binds each number to its formula at that subject, and leaves words alone', () => {
    const block = reports[1]?.blocks.find(({ kind }) => kind === 'paragraph')
    const pieces = block?.kind === 'paragraph' ? (block.sentences[0]?.pieces ?? []) : []
    expect(pieces.map(({ text, bound }) => [text, bound?.formula])).toEqual([
      ['本校生均图书', undefined],
      ['15.0', '生均图书'],
      ['册，全县学生', undefined],
      ['500', '全县学生数'],
      ['人。', undefined],
    ])
    expect(pieces[1]?.bound).toMatchObject({ grain: 'school_stage', decimals: 1 })
  })

  it('keeps the key of a block though others come and go', () => {
    const keys = reports.map((report) => report.blocks.map(({ key }) => key))
    expect(keys[0]?.slice(0, 2)).toEqual(['1', '1.1.1'])
    expect(keys[1]?.slice(0, 2)).toEqual(['1', '1.1.1'])
    expect(keys[0]?.[2]).not.toBe(keys[1]?.[2])
  })
})

it('an outline of many that all go into one file, or of a grain that is not there, is a mistake', () => {
  const place = { file: 'report.yaml', line: 1, column: 1, length: 1 }
  const broken = { ...outline, each: 'nowhere', file: '报告.docx' }
  const codes = validateDocuments({ ...smallPack, reports: [broken] }, { place: () => place, inside: () => place }).map(
    ({ code }) => code,
  )
  expect(codes).toEqual(expect.arrayContaining(['unknown_grain', 'same_file_for_all']))
})

it('a report with small counts prints nothing of which nobody has said whether one follows from it', () => {
  const place = { file: 'report.yaml', line: 1, column: 1, length: 1 }
  const codesOf = (told: readonly string[], text: string): readonly string[] => {
    const small = [{ below: '全县学生数', counts: ['全县学生数'] }]
    const sections = [{ heading: '', level: 1, body: [{ sentences: [{ text }] }] }]
    const one = {
      id: 'small',
      title: '样例',
      file: '样例.docx',
      small,
      sections,
      ...(told.length > 0 && { told: [...told] }),
    }
    const found = validateDocuments({ ...smallPack, reports: [one] }, { place: () => place, inside: () => place })
    return found.map(({ code }) => code).filter((code) => code.includes('small') || code.includes('told'))
  }
  expect(codesOf([], '学生{全县学生数}人，两倍是{全县学生数 × 2|0}人。')).toEqual(['small_unclassed'])
  expect(codesOf(['全县学生数 × 2'], '学生{全县学生数}人，两倍是{全县学生数 × 2|0}人。')).toEqual([])
  expect(codesOf(['全县学生数 × 3'], '学生{全县学生数}人。')).toEqual(['told_unprinted'])
})

function fail(): never {
  throw new Error('no report')
}
