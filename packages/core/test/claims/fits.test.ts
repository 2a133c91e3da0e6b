import { describe, expect, test } from 'vitest'
import { checkText } from './check-text.ts'

/** Texts that fit, with one number and what it is miswritten as. */
const TOLD: readonly (readonly [string, string, string, string])[] = [
  [
    'what is left of two amounts in two paragraphs',
    '全区教育投入83217万元。\n全年支出81564万元，收支相抵结余1653万元。',
    '1653',
    '1753',
  ],
  [
    'how much is planned above what was spent',
    '去年实际支出64382万元。\n今年预算拟安排68915万元，比去年多4533万元。',
    '4533',
    '4833',
  ],
  ['so many, so much for each', '发放补助2136人次，标准为每生每学期500元，金额106.8万元。', '106.8', '106.3'],
  [
    'pupils to each school, told of two kinds',
    '全县城区学校27所，乡村94所；城区学生31218人，乡村25756人，平均每所仅274人。',
    '274',
    '244',
  ],
  [
    'a rate so many points above another',
    '教育经费比上年增长6.47%，财政收入同期增长3.82%，前者高出2.65个百分点。',
    '3.82',
    '3.12',
  ],
  [
    'two lists, item by item',
    '每人每年小学1000元、初中1250元，享受的小学生413人、初中生286人，应发770500元。',
    '770500',
    '790500',
  ],
  [
    'two lists, the counts first',
    '小学生1625人、初中生937人，定额分别为720元和940元，两段共205.08万元。',
    '205.08',
    '206.08',
  ],
  ['small counts in a row', '抽查19个项目，未批先建3个、超概算4个、档案缺失5个，没有问题的7个。', '5个', '6个'],
  ['what is closed and what is not', '排查隐患点31处，立行立改24处，还有7处列入台账。', '24', '25'],
  [
    'a list that names what it is of',
    '开工41个，其他都在筹备。竣工26个，在建15个。竣工项目中，校舍类11个，操场、食堂等附属类15个。',
    '11',
    '13',
  ],
  [
    'part of what was told before',
    '检查发现问题46条，落实到人的挂账问题13条。挂账问题里，校舍8条，交通5条。',
    '8条',
    '6条',
  ],
  [
    'a number told twice',
    '教育督导经费支出73.96万元，用于日常工作。年初预算为91.5万元，支出决算为73.96万元。',
    '73.96万元。',
    '73.46万元。',
  ],
  [
    'items of a list under paragraphs that tell their whole',
    '财政拨款支出预算1742.36万元。\n主要内容如下：\n1. “行政运行”科目938.14万元，用于机关。\n2. “事业运行”科目471.09万元，用于学校。\n3. “住房公积金”科目333.13万元，用于职工。',
    '471.09',
    '475.09',
  ],
]

/** Grades and computations of what is found. */
const foundIn = (text: string): readonly string[] =>
  checkText(text).findings.map(({ grade, computation }) => `${grade} ${computation}`)

describe('numbers that nothing confirms', () => {
  test.each(TOLD)('%s', (_, text, right, wrong) => {
    expect(foundIn(text)).toEqual([])
    const changed = text.replace(right, wrong)
    const place = text.indexOf(right)
    const { claims, findings } = checkText(changed)
    const blamed = findings.flatMap((one) => one.claims.map((id) => claims[id]?.at))
    expect(blamed.some((at) => at !== undefined && at.start <= place && at.end > place)).toBe(true)
  })

  test.each([
    ['numbers of different things', '全县有教师3412人，图书86153册，操场面积51274平方米，计算机2968台。'],
    [
      'small counts of which nothing says that they belong together',
      '召开会议7次，走访学校12所，慰问教师5人，办结提案9件。',
    ],
    ['several lists that name no whole', '表彰优秀教师16名，引进研究生9名，选派支教教师21名。'],
    ['two rates that no number is the difference of', '入学率99.82%，巩固率98.37%，比上年提高0.21个百分点。'],
    ['amounts that are no product', '发放补助2136人次，标准为每生每学期500元，另拨设备款218.4万元。'],
    ['a bracket and what stands around it', '列入评估的小学共42所（含小学部7所、教学点3个）。列入评估的初中共22所。'],
    ['many digits that are not alike', '上年支出73.96万元。今年支出85.12万元，用于日常工作。'],
  ])('%s tell nothing', (_, text) => {
    expect(foundIn(text)).toEqual([])
  })
})
