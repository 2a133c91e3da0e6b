import { describe, expect, it } from 'vitest'
import {
  check,
  displayValue,
  explain,
  fromDecimal,
  known,
  missing,
  notApplicable,
  type Rational,
  rational,
  renderExplanation,
} from '../../src/formula/index.ts'
import { environmentOf, exact, scopeOf, type World } from './world.ts'

const number = (text: string): Rational => {
  const value = fromDecimal(text)
  if (!value) throw new Error(text)
  return value
}

function expressionOf(source: string, world: World) {
  const { expression, problems } = check(source, scopeOf(world), { zeroDenominator: 'not_applicable' })
  if (!expression) throw new Error(problems[0]?.message)
  return expression
}

describe('explanation', () => {
  it('puts the numbers into the formula', () => {
    const world: World = { values: { 教师数: 38, 学生数: 1307 }, units: { 教师数: '人', 学生数: '人' } }
    const told = explain(expressionOf('教师数 ÷ 学生数 × 100', world), environmentOf(world), { decimals: 2 })
    expect(renderExplanation(told)).toBe(
      [
        '公式：教师数 ÷ 学生数 × 100',
        '代入：38 ÷ 1307 × 100',
        '其中：教师数 = 38 人',
        '其中：学生数 = 1307 人',
        '结果：2.91',
      ].join('\n'),
    )
  })

  it('names who is missing and how many rows there were', () => {
    const world: World = { rows: { 校: [{ 人数: 5 }, { 人数: null }] } }
    const told = explain(expressionOf('合计(校.人数) + 1', world), environmentOf(world))
    expect(told.children[0]?.coverage).toEqual({ expected: 2, reported: 1, notApplicable: 0 })
    expect(renderExplanation(told)).toContain('其中：合计(校.人数) = 未报（应有 2 行，已报 1 行）')
    expect(renderExplanation(told)).toContain('第2校')
  })

  it('says how a unit was converted', () => {
    const world: World = { values: { 支出: 120000, 拨款: exact('12.5') }, units: { 支出: '元', 拨款: '万元' } }
    const told = explain(expressionOf('支出 ≥ 拨款', world), environmentOf(world))
    expect(told.conversions).toEqual(['拨款由万元换算为元：× 10000'])
    expect(told.display).toBe('否')
  })

  it('keeps a negative number in parentheses', () => {
    const world: World = { values: { a: -3, b: 2 } }
    expect(explain(expressionOf('b - a', world), environmentOf(world)).substituted).toBe('2 - (-3)')
  })
})

describe('display', () => {
  it.each([
    ['2.345', { decimals: 2 }, '2.35'],
    ['2.345', { decimals: 2, mode: 'half_even' }, '2.34'],
    ['-2.345', { decimals: 2 }, '-2.35'],
    ['0.8501', { decimals: 1, scale: rational.HUNDRED, unit: '%' }, '85.0%'],
    ['12', { unit: '万元' }, '12 万元'],
    ['1234567', {}, '1234567'],
  ] as const)('%s', (text, display, expected) => {
    expect(displayValue(known(number(text)), display)).toBe(expected)
  })
  it('has a word for what is no number', () => {
    expect([
      displayValue(missing([])),
      displayValue(notApplicable([])),
      displayValue(known(true)),
      displayValue(known({ date: '2026-09-01' })),
    ]).toEqual(['未报', '不适用', '是', '2026-09-01'])
    expect(displayValue(known(rational.fromPair(1n, 3n)))).toBe('0.333333')
  })
})
