import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

/** A text as it is, one number of it written wrong, and what is then blamed. */
type Case = readonly [text: string, from: string, to: string, blamed: readonly string[]]

const CASES: readonly Case[] = [
  // Kinds that an opening tells, with the word that says so or by what they are.
  [
    '全县安排资金950万元。分学段，小学支出520万元，初中支出310万元，高中支出120万元。',
    '950',
    '1000',
    ['wrong 1000万元'],
  ],
  [
    '全县安排资金950万元。从经济科目看，小学支出520万元，初中支出310万元，高中支出120万元。',
    '950',
    '1000',
    ['wrong 1000万元'],
  ],
  // What came in is what went out and what is left: told once, whichever of the three might be the others together.
  ['总收入1386.4万元，总支出1371.9万元，当年结余14.5万元。', '14.5', '15.5', ['wrong 1386.4万元']],
  ['全年总收入1.5亿元。全年总支出14700万元。年末结余300万元。', '14700', '11700', ['wrong 1.5亿元']],
  // Teachers of a stage are those of the staff that they are some of, and of all where nobody is told apart.
  ['小学学生21450人。小学教职工1602人，其中专任教师1500人，生师比为14.3:1。', '14.3', '19.3', ['wrong 19.3:1']],
  ['全县教职工1602人，其中专任教师1500人。全县学生21450人，生师比为14.3:1。', '14.3', '19.3', ['wrong 19.3:1']],
  // Opposites, of which the name of one holds that of the other; a grade that is called as some teachers are.
  ['学校食堂48所，其中合格40所，不合格8所。', '不合格8', '不合格6', ['wrong 48所']],
  ['教师480名，其中在编400名，非在编80名。', '非在编80', '非在编60', ['wrong 480名']],
  ['学生480名，其中寄宿400名，非寄宿80名。', '非寄宿80', '非寄宿60', ['wrong 480名']],
  ['项目48个，其中完工40个，未完工8个。', '未完工8', '未完工6', ['wrong 48个']],
  // Two years of one quantity, whichever is told first, and how much it grew.
  ['2024年教育支出6.50亿元，2025年教育支出7.15亿元，增长10.0%。', '10.0', '12.5', ['doubtful 12.5%']],
  ['2025年全县教育支出7.15亿元，2024年6.50亿元，同比增长10.0%。', '10.0', '12.5', ['wrong 12.5%']],
  ['2025年教育支出7.15亿元。2024年教育支出6.50亿元，2025年比2024年增长10.0%。', '10.0', '12.5', ['wrong 12.5%']],
  ['项目48个，其中扩建40个，改扩建8个。', '改扩建8', '改扩建6', ['wrong 48个']],
]

describe('what reads alike is told apart, and is found where it is meant', () => {
  it.each(CASES)('%s %s → %s', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(text).toContain(from)
    expect(blamedIn(text.replace(from, to))).toEqual(blamed)
  })
})

describe('what reads alike and says something else is left alone', () => {
  it.each([
    // Openings that tell no kinds.
    '全县安排资金1000万元。从今年开始，小学支出520万元，初中支出310万元，高中支出120万元。',
    '全县安排资金1000万元。按照上级要求，小学支出520万元，初中支出310万元，高中支出120万元。',
    '全县安排资金1000万元。从检查情况，小学支出520万元，初中支出310万元，高中支出120万元。',
    // The pupils of all, and the teachers of one stage.
    '小学教职工1602人，其中专任教师1500人。全县在校学生20000人，生师比为14.3:1。',
    // Whatever the place is called that all of them are of.
    '小学有教师900人。全旗学生20000人，生师比为22.3:1。',
    '小学有教师900人。本州学生20000人，生师比为22.3:1。',
    // Two quantities, or years apart, and a change of something else.
    '2024年教育支出6.50亿元，2025年财政支出32.50亿元，增长4.1%。',
    '2020年教育支出6.50亿元，2025年教育支出7.15亿元，增长4.1%。',
    '2024年教育支出6.50亿元，2025年教育支出7.15亿元，财政收入增长4.1%。',
    // Some of the teachers, and no grades of all of them.
    '优秀教师120人，其中省级优秀教师20人、县级优秀教师70人。',
  ])('%s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })
})
