import { convertUnit, excerptOf, findFolderYear, findUnit, findYear, headingKey } from '@eduduty/core/collection'
import { describe, expect, it } from 'vitest'
import { read, sheetOf } from './fixture.ts'

describe('headings', () => {
  it.each([
    ['小学学生人数（人）', '小学学生人数'],
    [' 小 学\n学生人数', '小学学生人数'],
    ['＊小学学生人数', '小学学生人数'],
    ['3.小学学生人数', '小学学生人数'],
    ['（一）小学学生人数', '小学学生人数'],
    ['其中：小学学生人数', '小学学生人数'],
    ['每班26—30人班级个数', '每班26-30人班级个数'],
    ['每班26至30人班级个数', '每班26-30人班级个数'],
    ['单间面积≥96㎡的音乐教室间数', '单间面积≥96m2的音乐教室间数'],
  ])('%s is the same as %s', (left, right) => {
    expect(headingKey(left)).toBe(headingKey(right))
  })

  it.each([
    ['上一年度公用经费预算总额', '上一年度公用经费决算总额'],
    ['每班26-30人班级个数', '每班31-35人班级个数'],
    ['本科学历教师人数（小学）', '本科学历教师人数（初中）'],
    ['61㎡≤单间面积＜73㎡的教室', '73㎡≤单间面积＜96㎡的教室'],
  ])('%s is another figure than %s', (left, right) => {
    expect(headingKey(left)).not.toBe(headingKey(right))
    const head = ['学校代码', '学校名称', '建校时间', left]
    const { rows } = read(sheetOf([head, ['9901000001', '甲', 1998, 5]], { name: '2024年' }))
    const wrong =
      rows[0] === undefined
        ? []
        : Object.keys(rows[0].values).filter(
            (column) => column === (right.includes('决算') ? 'settled' : 'bachelor_junior'),
          )
    expect(wrong).toEqual([])
  })

  it('a heading that is only nearly the title is taken and said to be', () => {
    const { rows, findings } = read(
      sheetOf(
        [
          ['学校代码', '学校名称', '学校类型', '小学学生总数', '教学仪器设备资产总值'],
          ['9901000001', '甲', '小学', 5, 6],
        ],
        { name: '2024年' },
      ),
    )
    expect(rows[0]?.values).toMatchObject({ primary_pupils: '5', equipment: '6' })
    expect(findings.filter((finding) => finding.code === 'similar_heading').map((finding) => finding.column)).toEqual(
      expect.arrayContaining(['equipment']),
    )
  })
})

describe('years', () => {
  it.each([
    ['某县2024年统计表', 2024],
    ['2024—2025学年初基本情况', 2024],
    ['2024-2025学年度', 2024],
    ['二〇二五年', 2025],
    ['二○二四年', 2024],
    ['教督〔2017〕6号', undefined],
  ])('%s → %s', (text, year) => {
    expect(findYear(text)).toBe(year)
  })
  it('the nearest folder named like a year counts', () => {
    expect([findFolderYear('2023/报表/2024学年'), findFolderYear('2022/甲乡'), findFolderYear('甲乡')]).toEqual([
      2024,
      2022,
      undefined,
    ])
  })
  it('a year column beats the title', () => {
    const { rows } = read(
      sheetOf([
        ['2020年表'],
        ['年份', '学校代码', '学校名称', '学校类型', '小学学生人数'],
        [2021, '9901000001', '甲', '小学', 5],
      ]),
    )
    expect(rows[0]?.year).toBe(2021)
  })
})

describe('units', () => {
  it('convert exactly, and say when they cannot', () => {
    expect(convertUnit('0.1', '万元', '元')).toBe('1000')
    expect(convertUnit('12345', '元', '万元')).toBe('1.2345')
    expect(convertUnit('5', '亩', '平方米')).toBe('10000/3')
    expect(convertUnit('-3', '亩', 'm²')).toBe('-2000')
    expect(convertUnit('12.5', '千册', '册')).toBe('12500')
    expect(convertUnit('2', '亿元', '万元')).toBe('20000')
    expect(convertUnit('1', '元', '人')).toBeUndefined()
    expect([findUnit('㎡'), findUnit('单位：万元'), findUnit('小学')]).toEqual(['平方米', '万元', undefined])
  })
})

describe('an excerpt', () => {
  it('is a small grid around a cell, with merges clipped and long texts cut', () => {
    const rows = Array.from({ length: 9 }, (_, row) => Array.from({ length: 9 }, (_, column) => `${row}.${column}`))
    const sheet = sheetOf(rows, {
      merges: [
        { top: 0, left: 0, bottom: 4, right: 4 },
        { top: 8, left: 8, bottom: 8, right: 8 },
      ],
    })
    const excerpt = excerptOf(sheet, 'D5', 1)
    expect(excerpt).toMatchObject({ cell: 'D5', top: 3, left: 2, merges: [{ row: 0, column: 0, rows: 2, columns: 3 }] })
    expect(excerpt?.texts.map((row) => row.length)).toEqual([3, 3, 3])
    expect(excerpt?.texts[0]?.[0]).toBe('0.0')
    expect(excerpt?.texts[2]?.[1]).toBe('5.3')
    expect(excerptOf(sheet, 'A1', 2)?.texts).toHaveLength(3)
    expect(excerptOf(sheet, '?', 1)).toBeUndefined()
    expect(JSON.parse(JSON.stringify(excerpt))).toEqual(excerpt)
  })
})
