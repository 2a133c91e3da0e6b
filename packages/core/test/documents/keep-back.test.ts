import { expect, test } from 'vitest'
import { keepBack } from '../../src/documents/keep-back.ts'
import type { Answer } from '../../src/evaluation/index.ts'
import { rational } from '../../src/formula/index.ts'

const figures: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  小学: { 线: 5, 在籍: 1200, 新增: 3, 复学: 0, 入学: 200, 毕业: 190, 转出: 6, 不明: 4 },
  初中: { 线: 5, 在籍: 600, 新增: 8, 复学: 6, 入学: 100, 毕业: 90, 转出: 10, 不明: 0 },
}

const place = { grain: 'county_stage', dimensions: {}, included: true, attributes: {} }

const source = {
  listSubjects: () => ({ subjects: ['小学', '初中'].map((id) => ({ ...place, id, name: id })), figures: [] }),
  evaluateAt: (_: string, subject: string, formula: string): Answer => {
    const number = figures[subject]?.[formula]
    const rest = { unit: undefined, figures: [], problems: [] }
    return number === undefined
      ? { value: { status: 'missing', causes: [] }, ...rest }
      : { value: { status: 'known', content: rational.fromInteger(number), causes: [] }, ...rest }
  },
}

const stages = ['小学', '初中'].map((subject) => ({ grain: 'county_stage', subject }))
const rules = { over: 'county_stage', below: '线' }
const shown = (kept: Parameters<typeof keepBack>[1][number], formulas: readonly string[]) => {
  const keeps = keepBack(source, [kept])
  return stages.map((place) => formulas.map((formula) => keeps(place, formula)?.shown ?? ''))
}

test('a small count of a stage is told as few, and no rate from which it could be worked out', () => {
  const kept = {
    ...rules,
    counts: ['在籍', '新增', '复学'],
    rates: [
      { value: '辍学率', counts: ['新增'] },
      { value: '复学率', counts: ['新增', '复学'] },
    ],
  }
  expect(shown(kept, ['在籍', '新增', '复学', '辍学率', '复学率'])).toEqual([
    ['', 'few', '', 'hidden', 'hidden'],
    ['', '', '', '', ''],
  ])
})

test('where the counts of a row come to one sum, another is hidden as well', () => {
  const kept = { ...rules, counts: ['入学', '毕业', '转出', '不明'], sums: [['入学'], ['毕业', '转出', '不明']] }
  const [primary = [], junior] = shown(kept, ['入学', '毕业', '转出', '不明'])
  expect(primary[3]).toBe('few')
  expect(primary.filter((text) => text === 'hidden').length).toBeGreaterThan(0)
  expect(junior).toEqual(['', '', '', ''])
})
