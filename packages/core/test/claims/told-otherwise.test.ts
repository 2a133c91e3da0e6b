import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

/** A text as it is, one number of it written wrong, and what is then blamed. */
type Case = readonly [text: string, from: string, to: string, blamed: string]

const CASES: readonly Case[] = [
  // What there was, with what came and without what went.
  ['隐患存量186处，上半年减少52处，下半年又减少71处，目前还剩63处。', '63处', '68处', 'wrong 68处'],
  ['共青团员2145名，新发展183名，转入64名，转出207名，年初为2105名。', '2105', '2165', 'wrong 2145名'],
  // An amount of some years, shared among them.
  ['2021—2023年共投入4.35亿元，年均1.45亿元。', '1.45', '1.95', 'wrong 1.95亿元'],
  ['四年累计补充教师628名，年均157名。', '157', '187', 'wrong 187名'],
  // A whole of some years, and each of them.
  ['近三年累计补充教师318名，2021年97名，2022年104名，2023年117名。', '104', '107', 'wrong 318名'],
  ['今年招聘教师142名，去年118名，今年比去年多招24名。', '24名', '29名', 'wrong 29名'],
  // Beside a number stands what there may be at most.
  [
    '自评总分92.6分，其中组织领导（满分20分）得19.1分，经费投入（满分40分）得36.8分，队伍建设（满分40分）得36.7分。',
    '36.8',
    '35.8',
    'wrong 92.6分',
  ],
  ['应督导132校次，实际完成145校次，超出13校次。', '13校次', '18校次', 'wrong 145校次'],
  // An item of a list by its name; so many items that are counted.
  ['学校94所，城区37所，乡村57所，乡村学校占到60.6%。', '60.6', '66.6', 'wrong 66.6%'],
  ['学前214人、护理385人、机电297人，这三个专业就有896人。', '297', '257', 'wrong 896人'],
  // Ratios called after both their sides; what a bracket parts from the words that say it is compared.
  ['男生2135人、女生1868人，男女比例为1.14:1。', '1.14', '1.74', 'wrong 1.74:1'],
  ['普通高中招生4210人，中等职业学校招生3126人，普职招生之比为1.35:1。', '1.35', '1.75', 'wrong 1.75:1'],
  [
    '全县常住人口41178人，与2010年（人口普查数，下同）的38972人相比，增加2206人，增长5.66%。',
    '5.66',
    '5.26',
    'wrong 5.26%',
  ],
  // Lists by one kind after another; averages in the unit that was counted; all but what is not done.
  [
    '查出问题84个，第一组31个，第二组24个，第三组29个。按性质分，食品类37个，资金类18个，供餐类22个，档案类7个。',
    '22个',
    '27个',
    'wrong 84个',
  ],
  ['办理贷款1302笔，合同金额1406.16万元，笔均10800元。', '10800', '18800', 'wrong 18800元'],
  ['开展检查24次，出动276人次，平均每次11.5人次。', '11.5', '14.5', 'wrong 14.5人次'],
  ['隐患142条，当场整改81条，限期整改47条，挂账14条，整改率90.1%。', '90.1', '98.1', 'doubtful 98.1%'],
  ['接到来电64个，比上学期多17个（上学期47个）。', '多17', '多19', 'wrong 19个'],
  // Two totals, each of the numbers called like it in the items.
  [
    '年初预算为100.46万元，支出决算为98.22万元，完成97.77%。其中：\n1、小学（项）。年初预算为50.20万元，支出决算为49.11万元。\n2、初中（项）。年初预算为30.26万元，支出决算为29.11万元。\n3、高中（项）。年初预算为20.00万元，支出决算为20.00万元。',
    '49.11',
    '49.71',
    'wrong 98.22万元',
  ],
]

describe('what is told in another manner is added up, too', () => {
  it.each(CASES)('%s (%s written %s)', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(blamedIn(text.replace(from, to))).toContain(blamed)
  })
})

describe('what reads alike and says something else is no error', () => {
  it.each([
    '近三年补充教师318名，2023年117名，2022年104名。',
    '三年共投入4.35亿元，其中校舍2.1亿元，年均0.7亿元。',
    '在编教师812名，今年退休36名，调出12名，明年还有41名到龄。',
    '学前214人、护理385人、机电297人，这两个专业最受欢迎，毕业生896人。',
    '食堂问题9个，其次是补课，5个，另外还有校服等7个。',
    '甲县9个，完工4个；余下的8个都在乙县。',
    '满分120分，平均得分86.5分，比上年提高2.5分。',
  ])('%s', (text) => {
    expect(blamedIn(text).filter((one) => one.startsWith('wrong'))).toEqual([])
  })
})
