import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../src/claims/index.ts'
import { blamedIn, checkRows, checkText } from './check-text.ts'

/** A text as it is, one number of it written wrong, and what is then blamed. */
type Case = readonly [text: string, from: string, to: string, blamed: string]

const CASES: readonly Case[] = [
  // What a change is held against, by its year and name; what stays level.
  [
    '2023年预算执行数为51.36万元，2024年预算安排47.82万元，比2023年预算执行数减少6.89%。',
    '6.89',
    '6.39',
    'wrong 6.39%',
  ],
  [
    '2023年预算执行数为51.36万元，2024年预算安排47.82万元，比2023年预算执行数减少6.89%。',
    '6.89',
    '11.2',
    'wrong 11.2%',
  ],
  [
    '2023年预算执行数为18.40万元，2024年预算安排18.40万元，比2023年预算执行数持平。',
    '安排18.40',
    '安排18.90',
    'wrong 18.90万元',
  ],
  [
    '年初预算为61.27万元，支出决算为61.27万元。决算数同预算数持平。',
    '算为61.27万元。',
    '算为61.77万元。',
    'wrong 61.77万元',
  ],
  [
    '3.“教育支出（类）普通教育（款）小学教育（项）”1325.46万元，主要用于小学。2024年预算安排1325.46万元。',
    '安排1325',
    '安排1375',
    'wrong 1375.46万元',
  ],
  [
    '全局收入总计1843.27万元。\n支出情况如下。收入总计1843.27万元。与2023年度相比，收入总计减少42.15万元，下降2.24%。',
    '2.24',
    '2.74',
    'wrong 2.74%',
  ],
  ['全年支出决算0.39万元，比上年减少0.15万元，下降（增长）27.78%。', '27.78', '57.78', 'wrong 57.78%'],
  // Shares told one after another are of one whole, which need not be told.
  ['男生21634人，占52.17%；女生19834人，占47.83%。', '52.17', '55.17', 'wrong 55.17%'],
  ['小学3197人（39.9%）、初中2657人（33.2%）、高中2149人（26.9%）。', '33.2', '38.2', 'wrong 38.2%'],
  [
    '一般公共服务支出1408.22万元，占70.01%；社会保障支出326.71万元，占16.24%；卫生健康支出60.98万元，占3.03%；住房保障支出215.62万元，占10.72%。',
    '16.24',
    '16.31',
    'wrong 16.31%',
  ],
  [
    '国有资本经营预算收入1.4亿元，上年结转收入0.3亿元，国有资本经营预算总收入1.7亿元。',
    '总收入1.7',
    '总收入1.9',
    'wrong 1.9亿元',
  ],
]

describe('budgets and final accounts are held against themselves', () => {
  it.each(CASES)('%s (%s written %s)', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(blamedIn(text.replace(from, to))).toContain(blamed)
  })

  it.each([
    // The same words told of every item name none of them; round numbers are alike by chance.
    '1.“体育（项）”科目30.00万元，主要用于体育。\n2.“科普活动（项）”科目10.00万元，主要用于科普。\n3.“群众文化（项）”科目20.00万元，主要用于文化。',
    '“三公”经费年初预算为2.85万元，支出决算为0.39万元，完成预算的13.68%，其中：出国费决算为0.00万元；用车费决算为0.00万元；接待费决算为0.39万元。',
    '2023年预算执行数为51.36万元，2024年预算安排51.88万元，与2023年预算执行数基本持平。',
    '年初预算为10.50万元，调整预算为20.50万元，支出决算与调整预算持平。',
    '年初预算60.40万元，执行50.40万元，比上年预算减少12.50万元。',
    '上半年走访1026户次，下半年974户次，下半年比上半年少52户次。',
    '行政单位医疗（210类11款01项）98.27万元。\n事业单位医疗（210类11款02项）64.15万元。',
    '小学专任教师1853人，占62.3%；骨干教师241人，占8.1%。',
  ])('and nothing sound is called wrong: %s', (text) => {
    expect(blamedIn(text).filter((one) => one.startsWith('wrong'))).toEqual([])
  })
})

describe('items that run over several lines', () => {
  const text = [
    '年初预算为100.46万元，支出决算为98.22万元，完成年初预算的97.77%。其中：',
    '1、教育支出（类）普通教育（款）小学教育',
    '（项）',
    '。主要用于：',
    '小学运转。',
    '年初预算为 50.20',
    '万元，支出决算为49.11万元。',
    '2、教育支出（类）普通教育（款）初中教育（项）。年初预算为30.26万元，支出决算为29.11万元。',
    '3、教育支出（类）普通教育（款）高中教育（项）。年初预算为20.00万元，支出决算为20.00万元。',
  ].join('\n')

  it('add up to the two totals before them', () => {
    expect(blamedIn(text)).toEqual([])
    expect(blamedIn(text.replace('29.11', '29.71'))).toContain('wrong 98.22万元')
    expect(blamedIn(text.replace('50.20', '50.80'))).toContain('wrong 100.46万元')
  })
})

const ACCOUNTS = [
  ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
  ['', '', '', '合计', '1284.66', '1061.85', '222.81'],
  ['205', '', '', '教育支出', '1092.27', '869.46', '222.81'],
  ['205', '02', '', '普通教育', '1092.27', '869.46', '222.81'],
  ['205', '02', '01', '学前教育', '188.31', '142.50', '45.81'],
  ['205', '02', '02', '小学教育', '903.96', '726.96', '177.00'],
  ['208', '', '', '社会保障和就业支出', '192.39', '192.39', ''],
  ['208', '05', '', '行政事业单位养老支出', '192.39', '192.39', ''],
]

describe('a table of accounts', () => {
  const changed = (row: number, column: number, to: string) =>
    ACCOUNTS.map((cells, at) => cells.map((cell, order) => (at === row && order === column ? to : cell)))

  it('adds items up to sections, sections to classes, and classes to all', () => {
    expect(checkRows(ACCOUNTS)).toEqual([])
    expect(checkRows(changed(5, 5, '728.96'))).toContain('wrong 869.46')
    expect(checkRows(changed(6, 4, '162.39'))).toContain('wrong 1284.66')
  })

  const text = [
    '  支出决算表',
    '  项目  本年支出合计  基本支出',
    '  合计  1,284.66  1,061.85  222.81',
    '205  教育支出  1,092.27  869.46  222.81',
    '20502  普通教育  1,092.27  869.46  222.81',
    '2050201  学前教育  188.31  142.50  45.81',
    '2050202  小学教育  903.96  726.96  177.00',
    '208  社会保障和就业支出  192.39  192.39',
    '20805  行政事业单位养老支出  192.39  192.39',
  ].join('\n')

  it('is one though its blanks were lost', () => {
    expect(blamedIn(text)).toEqual([])
    expect(blamedIn(text.replace('726.96', '726.36'))).toContain('wrong 869.46')
    expect(checkText(text).confirmed).toBe(19)
  })

  const sides = [
    '  收入支出决算总表',
    '一、财政拨款收入  1,240.05  一、教育支出  906.66',
    '二、上级补助收入  二、科学技术支出',
    '三、其他收入  6.20  三、社会保障和就业支出  326.71',
    '  四、住房保障支出  12.88',
    '  本年收入合计  1,246.25  本年支出合计  1,246.25',
    '年初结转和结余  49.14  年末结转和结余  49.14',
    '总计  1,295.39  总计  1,295.39',
  ].join('\n')

  it('has two accounts side by side', () => {
    expect(paragraphsOf(sides).blocks.map(({ kind }) => kind)).toContain('table')
    expect(blamedIn(sides)).toEqual([])
    expect(blamedIn(sides.replace('12.88', '17.88'))).toContain('wrong 1,246.25')
    expect(blamedIn(sides.replace('49.14', '49.74'))).toContain('wrong 1,295.39')
  })
})
