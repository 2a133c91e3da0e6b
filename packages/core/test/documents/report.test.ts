import { describe, expect, it } from 'vitest'
import {
  countCharacters,
  defaultOutline,
  layOutReport,
  mentionsOfReport,
  type ReportModel,
} from '../../src/documents/index.ts'
import type { Outline } from '../../src/packs/index.ts'
import { countyRows, evaluate, type School } from '../evaluation/small-county.ts'

type Body = Outline['sections'][number]['body']

const schools: readonly School[] = [
  { code: '1', primary: '300', books: '6015' },
  { code: '2', primary: '200', books: '3000' },
  { code: '3', primary: '100', books: '1000' },
]
const silent: School = { code: '4', primary: '100', silent: true }

function reportOf(body: Body, rows = countyRows(schools), limit?: number): ReportModel {
  const outline: Outline = {
    id: 'report',
    title: '{县名}自评报告',
    file: '报告.docx',
    sections: [{ heading: '一、情况', level: 1, body }],
    ...(limit === undefined ? {} : { max_characters: limit }),
  }
  return layOutReport(evaluate(rows), outline)
}

const textOf = (report: ReportModel): string =>
  report.blocks
    .map((block) => (block.kind === 'paragraph' ? block.sentences.map(({ text }) => text).join('') : ''))
    .join('')

describe('sentences of a report', () => {
  const body: Body = [
    {
      sentences: [
        { text: '学生超过六百。', when: '全县学生数 > 600', unknown: '学生数未报全。' },
        { text: '学生不超过六百。', when: '全县学生数 ≤ 600' },
        { text: '全县学生{全县学生数}人[[，上年{全县学生数[上年]}人]]。', unknown: '总数暂缺。' },
      ],
    },
  ]

  it('say what the figures say, and nothing of what they do not', () => {
    expect(textOf(reportOf(body))).toBe('学生不超过六百。全县学生600人。')
  })

  it('compare with the year before where it is known', () => {
    const rows = [...countyRows(schools, {}, 2024), ...countyRows(schools)]
    expect(textOf(reportOf(body, rows))).toContain('全县学生600人，上年600人。')
  })

  it('say openly that data are missing', () => {
    const report = reportOf(body, countyRows([...schools, silent]))
    expect(textOf(report)).toBe('学生数未报全。总数暂缺。')
    expect(mentionsOfReport(report).map(({ figures }) => figures)).toContainEqual(['all_pupils@county'])
  })

  it('name the worst of a list, and say when none is left out', () => {
    const list = (limit: number): Body => [
      {
        sentences: [
          {
            list: {
              over: 'school_stage',
              where: '非 生均图书.达标',
              order_by: '生均图书',
              limit,
              lead: '{总数}所不足，最少的是',
              lead_all: '不足的是',
              item: '{对象名称}（{生均图书|1}）',
            },
          },
        ],
      },
    ]
    expect(textOf(reportOf(list(1)))).toMatch(/^2所不足，最少的是学校3.*（10\.0）。$/)
    expect(textOf(reportOf(list(3)))).toMatch(/^不足的是学校3.*、学校2.*。$/)
  })

  it('write one sentence for each item of the tree that is not met', () => {
    const issues: Body = [
      {
        sentences: [
          {
            issues: {
              states: ['unmet'],
              single: '{标题}未达标。',
              many: '{标题}：{应评数}个中{未达标数}个未达标，为{名单}{等}[[，{差距}]]。',
              names: 1,
              numbered: true,
              none: '没有问题。',
            },
          },
        ],
      },
    ]
    const text = textOf(reportOf(issues))
    expect(text).toMatch(/^1\.生均图书：3个中2个未达标，为学校3.*（10\.00册\/生）等，.*2000.*。/)
    const fine = countyRows([
      { code: '1', primary: '10', books: '300' },
      { code: '2', primary: '20', books: '600' },
    ])
    expect(textOf(reportOf(issues, fine))).toBe('没有问题。')
  })
})

describe('length of a report', () => {
  const body: Body = [
    {
      sentences: [
        { text: '必须保留的一句。' },
        { text: '可以先略去的一句。', priority: 9 },
        { text: '其次略去的一句。', priority: 1 },
      ],
    },
  ]

  it('drops whole sentences, the least important first', () => {
    const full = reportOf(body)
    expect(full.dropped).toBe(0)
    const shorter = reportOf(body, countyRows(schools), full.characters - 1)
    expect(textOf(shorter)).toBe('必须保留的一句。其次略去的一句。')
    expect(shorter.dropped).toBe(1)
    const shortest = reportOf(body, countyRows(schools), 1)
    expect(textOf(shortest)).toBe('必须保留的一句。')
    expect(shortest.characters).toBe(countCharacters('云岭县自评报告一、情况必须保留的一句。'))
  })

  it('tells items in their shortest form when dropping is not enough', () => {
    const issues: Body = [
      {
        sentences: [
          { issues: { states: ['unmet'], single: '{标题}。', many: '{标题}未达标[[，{差距}]][[，标准为{标准}]]。' } },
        ],
      },
    ]
    const full = reportOf(issues)
    expect(textOf(full)).toMatch(/^生均图书未达标，.*，标准为不低于20.*。/)
    const brief = reportOf(issues, countyRows(schools), full.characters - 1)
    expect(textOf(brief)).toBe('生均图书未达标。')
    expect(brief.characters).toBeLessThan(full.characters)
  })

  it('counts every sign but white space', () => {
    expect(countCharacters('甲 乙，12.5%\n　丙')).toBe(9)
  })
})

describe('charts of a report', () => {
  const chart = (...stages: readonly string[]): Body[number] => ({
    chart: {
      kind: 'bar',
      title: '图1',
      categories: ['图书'],
      series: stages.map((stage) => ({
        title: stage,
        values: ['生均图书差异系数'],
        at: { grain: 'county_stage', subject: stage },
      })),
    },
  })

  it('leave out a series without data and say so', () => {
    const report = reportOf(
      [chart('小学', '初中')],
      countyRows([
        { code: '1', primary: '300', books: '6015' },
        { code: '2', primary: '200', books: '3000' },
        { code: '4', junior: '10', silent: true },
      ]),
    )
    const block = report.blocks.find(({ kind }) => kind === 'chart')
    if (block?.kind !== 'chart') throw new Error('no chart')
    expect(block.chart.series.map(({ title }) => title)).toEqual(['小学'])
    expect(block.chart.title).toBe('图1（初中数据未报全，未绘出）')
    expect(block.chart.series[0]?.values[0]).toMatch(/^0\.\d{4}$/)
  })

  it('say 不适用 where there is nothing to compare: a stage with one school, or without any', () => {
    const report = reportOf([chart('小学', '初中')], countyRows([{ code: '1', primary: '300', books: '6015' }]))
    expect(textOf(report)).toBe('图1（小学、初中不适用，未绘出）。')
  })
})

describe('the report of a pack that declares none', () => {
  it('says what is met, what is not and what waits for whom', () => {
    const report = layOutReport(evaluate(countyRows([...schools, silent])), defaultOutline)
    const text = textOf(report)
    expect(text).toContain('填报表应报4份、实报3份，未报的是学校4。')
    expect(text).toMatch(/1\.生均图书应评4个，未达标2个：/)
    expect(text).toMatch(/生均图书差异系数暂不能认定，须补报学校4的填报表。/)
  })
})
