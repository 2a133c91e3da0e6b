import { describe, expect, it } from 'vitest'
import { check, explain, leastChange, rational } from '../../src/formula/index.ts'
import { environmentOf, scopeOf, type World } from './world.ts'

function gapsOf(source: string, world: World): readonly string[] {
  const { expression, problems } = check(source, scopeOf(world), { zeroDenominator: 'not_applicable' })
  if (!expression) throw new Error(problems[0]?.message)
  return explain(expression, environmentOf(world)).gaps
}

const school: World = { values: { 教师: 40, 学生: 1000, 面积: 4.25 } }

describe('a condition that does not hold', () => {
  it('says what each number would have to become', () => {
    expect(gapsOf('教师 ÷ 学生 × 100 ≥ 4.2', school)).toEqual(['教师还差 2', '学生要减少 48'])
  })

  it('changes numbers in their own last digit', () => {
    expect(gapsOf('面积 ≥ 4.5', school)).toEqual(['面积还差 0.25'])
  })

  it('names a number once, and leaves out what cannot help', () => {
    expect(gapsOf('学生 ÷ 教师 ≤ 19.5 且 教师 > 3', school)).toEqual(['学生要减少 220', '教师还差 12'])
  })

  it('solves for aggregates', () => {
    const world: World = { values: {}, rows: { 班: [{ 人数: 46 }, { 人数: 45 }] } }
    expect(gapsOf('最大(班.人数) ≤ 45', world)).toEqual(['最大(班.人数)要减少 1'])
    expect(gapsOf('计数(班[人数 > 45]) = 0', world)).toEqual(['计数(班[人数 > 45])要减少 1'])
  })

  it('has no gap when it holds or is not known', () => {
    expect(gapsOf('教师 ≥ 30', school)).toEqual([])
    expect(gapsOf('教师 ≥ 30', { values: { 教师: null } })).toEqual([])
  })
})

describe('the least change', () => {
  const atLeast = (limit: number) => (change: rational.Rational) =>
    rational.compare(change, rational.fromInteger(limit)) >= 0

  it('is the first step that holds, at every distance', () => {
    for (const limit of [1, 2, 3, 4, 7, 8, 9, 1023, 1024, 1025, 99_999]) {
      const change = leastChange(atLeast(limit), rational.ONE)
      expect(change && rational.compare(change.amount, rational.fromInteger(limit))).toBe(0)
    }
  })

  it('is none where no change helps', () => {
    expect(leastChange(() => false, rational.ONE)).toBeUndefined()
  })
})
