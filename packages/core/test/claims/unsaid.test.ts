import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

/** A text as it is, one number of it written wrong, and the number that is then said not to follow from the others. */
type Case = readonly [text: string, from: string, to: string, blamed: readonly string[]]

const CASES: readonly Case[] = [
  // A number told again that nothing else confirms.
  ['留守儿童203名，男童98名，女童105名。\n留守儿童203名的辅导没有老师。', '童203名的', '童208名的', ['wrong 208名']],
  ['开展演练160场，防震86场、消防74场。\n把演练160场的经验固化。', '练160场的', '练130场的', ['doubtful 130场']],
  // Changes between the numbers of a series.
  ['在校生分别为62350人、63184人、64027人，逐年增加834人、843人。', '834', '837', ['wrong 63184人']],
  ['毛入学率由92.36%到94.15%再到95.02%，先升1.79个百分点，后升0.87个百分点。', '1.79', '1.29', ['wrong 1.29个百分点']],
  // A list in brackets before its total; items apart from each other by what else is told of them.
  ['六个年级（依次为86人、79人、91人）在校生256人。', '256', '286', ['wrong 286人']],
  [
    '到位资金1180万元，其中县级760万元、镇级280万元、社会140万元，资金到位率79.4%，缺口306万元。',
    '280',
    '210',
    ['wrong 1180万元'],
  ],
  // What a share is of, said by 前者, 之比, or by the rest that follows it.
  ['结对388人，干部结对215人，教师结对173人，前者占结对总数的55.4%。', '55.4', '75.4', ['wrong 75.4%']],
  ['多媒体教室612间。教学班742个，多媒体教室与教学班之比为82.5%。', '82.5', '62.5', ['wrong 62.5%']],
  ['在册学生486名，建档467名，建档率96.09%，尚有19名没有建档。', '19名', '59名', ['wrong 486名']],
  // Large numbers that no words tie together.
  ['年初安排96383万元，执行中追加7245万元，年末为103628万元。', '103628', '103658', ['wrong 103658万元']],
]

describe('what the words do not say outright', () => {
  it.each(CASES)('%s %s → %s', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(text).toContain(from)
    expect(blamedIn(text.replace(from, to))).toEqual(blamed)
  })

  it('numbers that others confirm stand for themselves', () => {
    expect(blamedIn('小学38所，村小28所、中心小学10所。\n督导小学33所，村小25所、中心小学8所。')).toEqual([])
  })

  it.each([
    // What is held against a line, or chosen by it, adds up to nothing.
    '承担教育职责2项，落实率80.0%，没有达到方案90%的要求。',
    '校园周边联合检查少于4次的2个：柳林镇（3次）、枫岭乡（3次）。',
    '每百名学生骨干教师数：小学1.21人（标准1.0人），达标；初中2.21人（标准1.0人），达标。',
    '体育场馆差异系数应评2个，未达标2个：小学（0.627）、初中（0.534）。',
    // What is due and what was done, and rates of those that are named.
    '还有6份应报的报表没有报送：甲表应报9份、实报6份；乙表应报9份、实报6份。',
    '检查10个单位。\n没有落实的3个：甲局（落实率60.0%）、乙局（落实率80.0%）、丙局（落实率80.0%）。',
    // Rates of hardly any digits, or of everybody, are of anything.
    '小学在校生20人。\n承担职责1项，落实率60.0%。\n承担任务5项。\n适龄儿童21人，入学率100.00%。',
  ])('leaves alone: %s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })

  it.each([
    ['落实率92.0%，没有达到方案90%的要求。', 'wrong 92.0%'],
    ['落实率82.0%，达到方案90%的要求。', 'wrong 82.0%'],
    ['大班额占比3.0%，没有超过标准2.0%的要求。', 'wrong 3.0%'],
  ])('holds a rate against its line: %s', (text, blamed) => {
    expect(blamedIn(text)).toEqual([blamed])
  })

  it('three items announced are three, whatever stands before', () => {
    const text = '教育投入合计12.5亿元，其中：拨款8.3亿元，事业收入3.2亿元，其他收入0.5亿元，三项合计12.5亿元。'
    expect(blamedIn(text)).toEqual(['wrong 12.5亿元'])
    expect(blamedIn(text.replaceAll('12.5', '12.0'))).toEqual([])
  })

  it('a ratio is no time of the day', () => {
    expect(blamedIn('小学在校生25500人，专任教师1500人，师生比为1:17。')).toEqual([])
    expect(blamedIn('小学在校生25500人，专任教师1500人，师生比为1:19。')).not.toEqual([])
  })

  it('a table without units is not read by what an earlier paragraph says', () => {
    const rows = '本年比上年增长25%。\n学校 | 学生\n甲小学 | 120\n乙小学 | 230\n合计 | 360'
    expect(blamedIn(rows)).toEqual(['wrong 360'])
  })

  it('an enumeration has no whole among its items', () => {
    expect(blamedIn('现有小学32所、九年一贯制学校6所、初中12所、完全中学3所、特殊教育学校1所、教学点6个。')).toEqual([])
  })

  it('two of three kinds of schools leave the third out', () => {
    expect(blamedIn('学校86所，其中小学52所、初中24所。')).toEqual([])
  })

  it.each([
    '全镇有学校3所，其中小学2所（含2个教学点），初中1所。',
    '全镇有学校3所，其中小学2所（教学点2个），初中1所。',
    '全镇有学校14所，其中小学9所（含2个教学点、1个分校），初中3所，高中2所。',
  ])('what stands in brackets behind an item is part of the item: %s', (text) => {
    expect(blamedIn(text)).toEqual([])
    expect(blamedIn(text.replace('初中', '初中1'))).not.toEqual([])
  })

  it('letters in the place of a name hide no number', () => {
    expect(blamedIn('xx镇党委十分重视，X县教育局多次到校。')).toEqual([])
    expect(blamedIn('全县辖X镇X乡。')).not.toEqual([])
  })

  it('a table drawn with strokes at both ends, a rule below its head and empty cells is a table', () => {
    const rows =
      '| 指标 | 单位 | 东片 | 西片 | 合计 |\n|---|---|---:|---:|---:|\n| 在校生 | 人 | 3240 | 2525 | 5766 |\n| 班级 | 个 | 80 | 72 | 152 |\n| 备注 | | | 含教学点 | |'
    expect(blamedIn(rows)).toEqual(['wrong 5766'])
    expect(blamedIn(rows.replace('5766', '5765'))).toEqual([])
  })

  it('an average whose whole is not called by its name is found by what most rows keep', () => {
    const rows =
      '| 片区 | 小学生数 | 初中生数 | 合计 | 教学班 | 平均班额 |\n| 东片 | 3240 | 1730 | 4970 | 120 | 41.4 |\n| 西片 | 2525 | 1146 | 3671 | 90 | 41.8 |\n| 全镇 | 5765 | 2876 | 8641 | 210 | 41.1 |'
    expect(blamedIn(rows)).toEqual(['wrong 41.8'])
    expect(blamedIn(rows.replace('41.8', '40.8'))).toEqual([])
  })
})
