import { describe, expect, it } from 'vitest'
import { check, conversion, parseUnit, Rational, rational } from '../../src/formula/index.ts'
import { exact, problemsOf, run, scopeOf, type World } from './world.ts'

const world: World = {
  values: {
    学生: 1000,
    教师: 42,
    教室: 25,
    面积: 4500,
    拨款: exact('12.5'),
    支出: 120000,
    合格率: 90,
    目标率: 85,
    册数: 10,
    台数: 3,
    亩数: 3,
    线: 4,
    基数: 2,
  },
  units: {
    学生: '人',
    教师: '名',
    教室: '间',
    面积: '㎡',
    拨款: '万元',
    支出: '元',
    合格率: '%',
    目标率: '%',
    册数: '册',
    台数: '台',
    亩数: '亩',
    线: '人/百名学生',
  },
  rows: { 班级: [{ 人数: 40 }, { 人数: 50 }] },
}

describe('unit texts', () => {
  it.each([
    ['万元', '元', '10000'],
    ['亿元', '万元', '10000'],
    ['亩', '㎡', '2000/3'],
    ['人/百名学生', '%', '1'],
    ['㎡/生', '平方米/人', '1'],
    ['元/生·年', '元/人', '1'],
    ['‰', '%', '1/10'],
    ['百人', '人', '100'],
  ])('%s in %s: × %s', (from, to, factor) => {
    const [a, b] = [parseUnit(from), parseUnit(to)]
    const by = a && b && conversion(a, b)
    expect(by instanceof Rational && rational.equals(by, run1(factor))).toBe(true)
  })
  it('tells different things apart', () => {
    const [a, b] = [parseUnit('元'), parseUnit('人')]
    expect(a && b && conversion(a, b)).toBe('differs')
    expect(parseUnit('元/人/年')).toBeUndefined()
  })
})

const run1 = (text: string): Rational => {
  const [n = '0', d = '1'] = text.split('/')
  return rational.fromPair(BigInt(n), BigInt(d))
}

describe('units in formulas', () => {
  it.each([
    ['拨款 + 支出', '24.5'],
    ['支出 + 拨款', '245000'],
    ['拨款 > 支出', 'true'],
    ['拨款 = 125000 元', 'true'],
    ['拨款 ≥ 12 万元', 'true'],
    ['拨款 × 10000 ≥ 支出', 'true'],
    ['拨款 ÷ 学生 = 125 元/生', 'true'],
    ['拨款 × 10000 ÷ 学生 ≥ 125 元/生', 'true'],
    ['教师 ÷ 学生 × 100 ≥ 线', 'true'],
    ['教师 ÷ 学生 ≥ 线', 'true'],
    ['合格率 - 目标率 ≥ 5 百分点', 'true'],
    ['合格率 - 5 个百分点 ≥ 目标率', 'true'],
    ['合格率 ≥ 0.9 × 100', 'true'],
    ['学生 > 2000', 'false'],
    ['计数(班级) > 1', 'true'],
    ['计数(班级) + 教室 > 1', 'true'],
    ['最大(拨款, 支出) = 12.5 万元', 'true'],
    ['85% × 学生', '850'],
    ['1 - 85%', '0.15'],
    ['合格率 × 学生', '900'],
  ])('%s = %s', (source, expected) => {
    expect(run(source, world)).toBe(expected)
  })

  it.each([
    '学生 + 支出',
    '册数 + 台数',
    '面积 > 学生',
    '合格率 - 目标率 ≥ 5%',
    '学生 + 基数',
    '情形 学生 > 1 → 学生; 否则 支出',
  ])('%s is refused', (source) => {
    expect(problemsOf(source, world).map((problem) => problem.code)).toEqual(['unit_mismatch'])
  })

  it('brings the result to the declared unit', () => {
    expect(run('教师 ÷ 学生 × 100', world, { unit: '人/百名学生' })).toBe('4.2')
    expect(run('教师 ÷ 学生', world, { unit: '%' })).toBe('4.2')
    expect(run('教室 ÷ 学生 × 100', world, { unit: '间/百名学生' })).toBe('2.5')
    expect(run('面积 ÷ 学生', world, { unit: '㎡/生' })).toBe('4.5')
    expect(run('拨款 ÷ 学生', world, { unit: '元/生·年' })).toBe('125')
    expect(run('支出', world, { unit: '万元' })).toBe('12')
    expect(run('计数(班级[人数 > 45]) ÷ 计数(班级) × 100', world, { unit: '%' })).toBe('50')
    expect(problemsOf('面积 ÷ 学生', world, { unit: '元/生' })[0]?.code).toBe('result_unit')
  })

  it('names the unit of the result', () => {
    const unitOf = (source: string) => check(source, scopeOf(world)).expression?.unit
    expect(unitOf('拨款 + 支出')).toBe('万元')
    expect(unitOf('面积 ÷ 学生')).toBe('平方米/人')
    expect(unitOf('合格率 - 目标率')).toBe('百分点')
    expect(unitOf('学生 ÷ 教师')).toBeUndefined()
  })
})
