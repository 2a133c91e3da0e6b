import { describe, expect, it } from 'vitest'
import { blamedIn, checkText } from './check-text.ts'

type Case = readonly [text: string, from: string, to: string, blamed: readonly string[]]

/** Misses that rounding could explain, and readings that hold by accident. */
const CASES: readonly Case[] = [
  // Accounts to the cent of a 万元 leave off noughts; they round nothing.
  [
    '项目支出14302.17万元，其中设备购置9240.6万元、校舍维修3100.42万元、信息化1961.15万元。',
    '3100.42',
    '3100.48',
    ['doubtful 14302.17万元'],
  ],
  [
    '“三公”经费46.8万元，其中公务接待费8.2万元、公务用车运行费38.6万元、因公出国费0万元。',
    '8.2',
    '8.3',
    ['doubtful 46.8万元'],
  ],
  // The same number, told again with another last digit.
  [
    '小学、初中生均教育事业费分别为15318.56元、18645.21元。\n普通小学生均教育事业费15318.56元，比上年的14820.04元增长3.36%。',
    '15318.56元，比',
    '15318.57元，比',
    ['wrong 15318.57元'],
  ],
  // A difference that misses by one, though the rate of growth would bear it.
  ['2024年支出87915万元，比2023年的84260万元增加3655万元，增长4.3%。', '3655', '3654', ['doubtful 3654万元']],
  // Large numbers in a row that miss their total by little.
  [
    '实际支出86127万元，预算执行率98.0%。人员支出62350万元，公用支出9418万元，项目支出14359万元。',
    '14359',
    '14357',
    ['doubtful 86127万元'],
  ],
  // What others make of it by accident does not stand against what the words say.
  [
    '全区教育支出预算74260万元，调整后为77915万元，追加3655万元，追加幅度4.9%。',
    '74260',
    '78260',
    ['doubtful 3655万元'],
  ],
  // Some of a list that happen to make up the total; a total told again in larger units; a rate that another's numbers keep.
  ['县级领导联系学校38所，包括常委联系11所，人大、政协领导联系17所，副县长联系10所。', '17所', '27所', ['wrong 38所']],
  [
    '收入总计50352.0万元（约5.04亿元）。财政拨款收入42386.5万元，占84.2%；事业收入6120.3万元，占12.2%；其他收入1845.2万元，占3.7%。',
    '84.2',
    '84.3',
    ['wrong 84.3%'],
  ],
  [
    '2024年年初预算96380万元，执行中追加7245万元，调整后预算103625万元，实际完成101480万元，比2023年决算95126万元增长6.7%。',
    '6.7',
    '7.7',
    ['wrong 7.7%'],
  ],
  [
    '初中支出27554万元，同比增长6.2%（2023年为25937万元）；高中支出15308万元，同比增长6.2%（2023年为14420万元）。',
    '6.2%（2023年为25937',
    '8.2%（2023年为25937',
    ['wrong 8.2%'],
  ],
]

describe('what rounding, or an accident, could explain', () => {
  it.each(CASES)('%s %s → %s', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(text).toContain(from)
    expect(blamedIn(text.replace(from, to))).toEqual(blamed)
  })

  it('says of parts that should make up their whole that they do not, once', () => {
    const [finding, ...others] = checkText('在校生45678人，其中男生20123人，女生35555人。').findings
    expect(others).toEqual([])
    expect(finding?.computation).toBe('20123人 + 35555人 = 55678人，写的是 45678人')
  })

  it.each([
    // Parts of one decimal make up a total of two; an exact number and the same in 万 are one.
    '三年投入1.87亿元，其中校舍1.2亿元、设备0.53亿元、信息化0.13亿元。',
    '计划投资项目45个，已开工42个，完工35个，在建7个，未开工3个。',
    '各类在校学生总数316780人，折合31.68万人。',
    '三年投入187.43万元，其中校舍120.4万元、设备53.0万元、信息化14.1万元。',
  ])('leaves alone: %s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })
})
