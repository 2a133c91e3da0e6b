import { describe, expect, it } from 'vitest'
import { compareReports, paragraphsOf, type ReportText, readReport } from '../../src/claims/index.ts'
import { assignBlame } from '../../src/claims/judge/blame.ts'
import { settle } from '../../src/claims/judge/settle.ts'
import { blamedIn, checkRows, checkText } from './check-text.ts'

const read = (text: string | ReportText) =>
  readReport(typeof text === 'string' ? paragraphsOf(text) : text, (one) => one)

describe('the same thing told far apart', () => {
  it.each([
    ['全县现有小学58所。\n一是改善条件。\n全县60所小学全部开展课后服务。', ['doubtful 60所']],
    ['全县共有中小学58所。\n全县中小学38所全部达标。', ['wrong 38所']],
    ['全县现有小学58所。\n2020年全县小学60所。2021年全县小学59所。', []],
    ['全县现有小学58所。\n全县60所小学生研学基地建成。', []],
    ['东城区召开教育专题会议5次。\n西城区召开教育专题会议7次。', []],
    ['桃源镇学校食堂检查4次。\n和平镇学校食堂检查6次。', []],
  ])('%s', (text, blamed) => {
    expect(blamedIn(text)).toEqual(blamed)
  })
})

describe('shares and points', () => {
  it.each([
    ['教育支出7.38亿元，占一般公共预算支出38.45亿元的比例为29.2%。', ['wrong 29.2%']],
    ['全县一般公共预算支出38.45亿元，教育支出7.38亿元，占比为19.8%。', ['wrong 19.8%']],
    ['公办园幼儿占比由42.1%提高到52.8%，提高10.7%。', ['wrong 10.7%']],
    ['公办园幼儿占比由42.1%提高到52.8%，提高10.7个百分点。', []],
    ['九年义务教育巩固率由98.1%提高到98.8%，提高0.7%。', ['doubtful 0.7%']],
    ['九年义务教育巩固率由98.1%提高到98.8%，提高0.9%。', ['wrong 0.9%']],
  ])('%s', (text, blamed) => {
    expect(blamedIn(text)).toEqual(blamed)
  })

  it('say which words are meant', () => {
    const [finding] = checkText('公办园幼儿占比由42.1%提高到52.8%，提高10.7%。').findings
    expect(finding).toMatchObject({ expected: '10.7个百分点', corrections: [{ from: '10.7%', to: '10.7个百分点' }] })
  })
})

describe('columns of a table', () => {
  const heads = ['学校', '学生（人）', '专任教师（人）', '生师比']
  it.each([
    ['15.66:1', ['wrong 15.66:1']],
    ['15.65:1', []],
    ['15.65', []],
    ['15.85', ['wrong 15.85']],
  ])('a ratio of %s is held against the two columns that it is of', (ratio, blamed) => {
    const first = ratio.includes(':') ? '12.00:1' : '12.00'
    expect(checkRows([heads, ['初中', '792', '66', first], ['小学', '1518', '97', ratio]])).toEqual(blamed)
  })
})

describe('growth', () => {
  it('is not asked of an amount for each and an amount for all', () => {
    const text = '生均公用经费比上年的1000元有所提高，全年安排300万元，增长8%。'
    expect(blamedIn(text)).toEqual([])
    const growth = read(text).questions.flatMap(({ readings }) => readings.filter(({ kind }) => kind === 'growth'))
    expect(growth).toEqual([])
  })

  it('is of the two numbers of its own stretch', () => {
    const text = '小学由720元提高到770元，增加50元；初中由940元提高到980元，增加50元。'
    expect(blamedIn(text)).toEqual(['wrong 50元'])
  })
})

describe('an older report', () => {
  it.each([
    ['初中三年巩固率由98.1%提高到98.7%。', '初中三年巩固率由97.6%提高到98.1%。', '初中三年巩固率'],
    ['小学、初中巩固率分别为100%、99.2%。', '小学、初中巩固率分别为100%、98.9%。', '初中巩固率'],
    ['全县巩固率达到98.7%。', '我县巩固率98.1%。', '全县巩固率'],
  ])('had another rate: %s', (newer, older, quantity) => {
    expect(compareReports(read(newer), read(older))).toMatchObject([{ kind: 'changed', quantity }])
  })
})

describe('names of quantities', () => {
  it.each([
    ['全县达标学校58所。', '全县达标学校'],
    ['和平镇小学12所。', '和平镇小学'],
    ['公共图书室3个。', '公共图书室'],
    ['目前，到岗教师共有120人。', '到岗教师'],
    ['巩固率保持在98.1%。', '巩固率'],
  ])('keep words that look like fillers: %s', (text, name) => {
    expect(checkText(text).claims[0]?.quantity).toBe(name)
  })
})

describe('blame', () => {
  it('is the same in whatever order broken relations are found', () => {
    const text = '学生1284人，其中男生661人，女生613人，男生占52.3%。教师72人，其中研究生3人，本科58人，专科12人。'
    const settled = settle(read(text).questions)
    const told = (blames: ReturnType<typeof assignBlame>) =>
      blames.map(({ broken, correction }) => [broken.map(({ relation }) => relation.target.id), correction?.literal])
    expect(settled.broken.length).toBeGreaterThan(1)
    const turned = { ...settled, broken: settled.broken.toReversed() }
    expect(told(assignBlame(turned))).toEqual(told(assignBlame(settled)))
  })
})

describe('what a careful reader adds up', () => {
  it.each([
    ['今年调入教师5人，调出3人，退休4人，新招聘6人，净增加4人。', '5人，调出3', '8人，调出3'],
    ['七年级入学652人，毕业641人，转出17人，转入6人。', '转出17', '转出27'],
    ['安排经费66284万元。\n支出61942万元，结转4342万元。', '4342', '4842'],
    ['专任教师72人。\n高级教师14人，一级教师37人，二级及以下21人。', '37', '47'],
    ['学前教育支出8742万元，同比增长9.5%（2023年为7985万元）。', '9.5', '9.8'],
    ['小学减少1216人，初中增加587人，高中增加94人，合计减少535人。', '535', '635'],
    ['送审金额8640万元，审定金额7915万元，核减725万元。', '725', '755'],
    ['教师平均工资92640元，比公务员91875元高765元。', '765', '785'],
    ['学校占地28640平方米，学生1284人。\n生均占地22.31平方米。', '22.31', '24.31'],
    ['资助118人、每人625元，计7.375万元；资助124人、每人625元，计7.75万元。', '7.75', '7.95'],
    ['学生318人优秀。实测1279人，其中优秀318人，良好604人，及格331人，不及格26人，合格率98.0%。', '98.0', '93.0'],
  ])('%s', (text, right, wrong) => {
    expect(blamedIn(text)).toEqual([])
    expect(blamedIn(text.replace(right, wrong))).not.toEqual([])
  })
})
