import { describe, expect, it } from 'vitest'
import {
  aggregatesOf,
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
  solveGap,
  type Target,
  toJson,
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

function gap(
  source: string,
  world: World,
  variable: string,
  operator: Target['operator'],
  limit: string,
  step?: string,
) {
  const found = solveGap(
    expressionOf(source, world),
    environmentOf(world),
    variable,
    { operator, limit: number(limit) },
    step === undefined ? undefined : number(step),
  )
  return found && toJson(found.missing)
}

describe('the gap solved backwards', () => {
  const world: World = { values: { 教师: 38, 学生: 1307, 面积: exact('5000.5'), 空: null } }
  it.each([
    ['教师 ÷ 学生 × 100', '教师', '≥', '4.2', '1', '17'],
    ['100 × 教师 ÷ 学生', '教师', '≥', '4.2', '1', '17'],
    ['教师 ÷ 学生 × 100', '学生', '≥', '4.2', '1', '-403'],
    ['面积 ÷ 学生', '面积', '≥', '4.5', undefined, '881'],
    ['面积 ÷ 学生', '面积', '≥', '4.5', '0.1', '881'],
    ['(教师 + 5) ÷ (学生 - 7)', '教师', '≥', '0.05', '1', '22'],
    ['教师 ÷ 学生', '教师', '>', '0.05', '1', '28'],
    ['教师 ÷ (学生 + 教师)', '教师', '≥', '0.5', '1', '1269'],
    ['学生 ÷ 教师', '教师', '≤', '13', '1', '63'],
    ['教师 × 2 - 6', '教师', '=', '71', '1', undefined],
    ['教师 × 2 - 6', '教师', '>', '70', '1', '1'],
    ['教师 × 2 - 6', '教师', '≥', '70', '1', '0'],
    ['教师 × 教师', '教师', '≥', '2000', '1', undefined],
    ['空 ÷ 学生', '空', '≥', '1', '1', undefined],
    ['教师 ÷ 空', '教师', '≥', '1', '1', undefined],
    ['学生 × 2', '教师', '≥', '9999', '1', undefined],
  ] as const)('%s: %s %s %s', (source, variable, operator, limit, step, expected) => {
    expect(gap(source, world, variable, operator, limit, step)).toBe(expected)
  })

  it('works on an aggregate', () => {
    const rows: World = {
      rows: {
        班: [
          { 教师: 2, 学生: 45 },
          { 教师: 1, 学生: 55 },
        ],
      },
    }
    const expression = expressionOf('合计(班.教师) ÷ 合计(班.学生) × 100', rows)
    const [teachers] = aggregatesOf(expression.node)
    const found = solveGap(
      expression,
      environmentOf(rows),
      teachers?.key ?? '',
      { operator: '≥', limit: number('4.2') },
      rational.ONE,
    )
    expect(found && toJson(found.missing)).toBe('2')
  })
})

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
