import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

describe('what a report names again', () => {
  it.each([
    ['全县受益学生9263人。\n下一步，将受益学生9273人的膳食补助足额纳入预算。', ['wrong 9273人']],
    ['全县受益学生9263人。\n下一步，将受益学生9263人的膳食补助足额纳入预算。', []],
    ['全县小学教师1753人。\n全县初中教师1733人。', []],
    ['2022年全县小学教师1753人。\n2023年全县小学教师1733人。', []],
    ['教育支出占支出总预算的7.9%。\n住房保障支出占支出总预算的5.9%。', []],
    ['人员经费68420万元，公用经费11236万元，合计79656万元，即7.97亿元。', []],
    ['人员经费68420万元，公用经费11236万元，合计79656万元，即7.47亿元。', ['wrong 7.47亿元']],
  ])('%s', (text, blamed) => {
    expect(blamedIn(text)).toEqual(blamed)
  })
})

describe('what no words tell', () => {
  const told = (share: string) => `专项资金累计6075万元。\n校舍建设抓紧推进，累计支付4677.75万元，支付进度${share}%。`

  it('is sought among the numbers told before', () => {
    expect(blamedIn(told('77.00'))).toEqual([])
    expect(blamedIn(told('77.30'))).not.toEqual([])
  })

  it('is of no other number that merely stands near', () => {
    expect(blamedIn('全县学校132所。\n教师3120人，学历合格率98.7%。')).toEqual([])
  })
})

describe('pupils of a stage', () => {
  const told = (size: string, ratio: string) =>
    `在校学生28080人：小学18360人，初中9720人。教学班671个，小学418个、平均班额${size}人，初中253个、平均班额38.4人。\n小学专任教师1080人，生师比${ratio}:1；初中专任教师756人，生师比12.86:1。`

  it('are what its classes and teachers are held against', () => {
    expect(blamedIn(told('43.9', '17.00'))).toEqual([])
    expect(blamedIn(told('48.9', '17.00'))).toEqual(['wrong 48.9人'])
    expect(blamedIn(told('43.9', '17.80'))).toEqual(['wrong 17.80:1'])
  })
})

describe('a text file', () => {
  const table = (total: string) =>
    `一、分年级学生情况\n年级　　学生数　　女生　　男生\n一年级　412　　215　　197\n二年级　388　　199　　189\n合　计　${total}　　414　　386\n\n二、分析`
  const scanned = (share: string) => `全镇适龄幼儿4985人，\n入园幼儿48 67人，毛入 园率为\n${share}％，高于县定目标。`

  it('holds tables whose cells blanks part', () => {
    expect(blamedIn(table('800'))).toEqual([])
    expect(blamedIn(table('806'))).toEqual(['wrong 806'])
  })

  it('may break its lines, and its numbers, wherever the scanner did', () => {
    expect(blamedIn(scanned('97.63'))).toEqual([])
    expect(blamedIn(scanned('97.03'))).not.toEqual([])
  })

  it('may give each part of a total a line of its own', () => {
    const list = (second: string) =>
      `资金分三批下达，累计6075万元\n——首批2860万元，3月到位；\n——第二批${second}万元，6月到位；\n——第三批1275万元，9月到位。`
    expect(blamedIn(list('1940'))).toEqual([])
    expect(blamedIn(list('1540'))).not.toEqual([])
  })
})
