import { expect, test } from 'vitest'
import type { Indicator, Pack, ParameterValue } from '../../src/packs/index.ts'
import { countyRows, entry, evaluate, rated, withIndicators } from './small-county.ts'

const school = [{ code: 'A', primary: '100', books: '2500' }]

const standardOf = (pack: Pack, node: string) =>
  evaluate(countyRows(school), pack)
    .assessment()
    .nodes.find(({ id }) => id === node)?.standard

const spending: Indicator = {
  ...rated,
  id: 'spending',
  title: '支出额',
  grain: 'county',
  formula: '县表.支出',
  unit: '万元',
  standard: '≥ 参数.支出线',
}

function withSpendingLine(values: ParameterValue[], standard = spending.standard): Pack {
  const pack = withIndicators({ ...spending, ...(standard === undefined ? {} : { standard }) })
  return { ...pack, parameters: [...(pack.parameters ?? []), { id: 'spent', title: '支出线', unit: '万元', values }] }
}

test('a line with one entry in force is shown by its number and unit', () => {
  expect(standardOf(withSpendingLine([entry('10.0')]), 'spending')).toEqual({ '': '≥ 10.0万元' })
})

test('an entry of an earlier time or of another place does not stand in the way', () => {
  const values = [entry('8', { until: '2018-12-31' }), entry('10'), entry('9', { jurisdiction: '9902' })]
  expect(standardOf(withSpendingLine(values), 'spending')).toEqual({ '': '≥ 10万元' })
})

test('where entries compete or a condition decides, the name of the line stays', () => {
  const name = { '': '≥ 参数.支出线' }
  expect(standardOf(withSpendingLine([entry('10'), entry('12')]), 'spending')).toEqual(name)
  expect(standardOf(withSpendingLine([entry('10', { when: '县表.弄虚作假' })]), 'spending')).toEqual(name)
})

test('a line that is calculated with keeps its formula', () => {
  const text = '≥ 参数.支出线 × 2'
  expect(standardOf(withSpendingLine([entry('10')], text), 'spending')).toEqual({ '': text })
})

test('a line by stage shows each stage its number; the stage with conditional entries keeps the name', () => {
  const pack = withSpendingLine([entry('10')])
  expect(standardOf(pack, 'books_spread')).toEqual({ 小学: '≤ 0.50', 初中: '≤ 0.45' })
  const in2024 = evaluate(countyRows(school, {}, 2024), pack, { year: 2024 }).assessment()
  expect(in2024.nodes.find(({ id }) => id === 'books_each')?.standard).toEqual({
    小学: '≥ 参数.图书线',
    初中: '≥ 30册/生',
  })
})
