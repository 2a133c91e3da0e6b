import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

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
    ['doubtful 15318.57元'],
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
]

describe('what rounding, or an accident, could explain', () => {
  it.each(CASES)('%s %s → %s', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(text).toContain(from)
    expect(blamedIn(text.replace(from, to))).toEqual(blamed)
  })

  it.each([
    // Parts of one decimal make up a total of two; an exact number and the same in 万 are one.
    '三年投入1.87亿元，其中校舍1.2亿元、设备0.53亿元、信息化0.13亿元。',
    '各类在校学生总数316780人，折合31.68万人。',
    '三年投入187.43万元，其中校舍120.4万元、设备53.0万元、信息化14.1万元。',
  ])('leaves alone: %s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })
})
