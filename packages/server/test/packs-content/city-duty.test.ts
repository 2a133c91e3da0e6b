import { layOutReport } from '@eduduty/core/documents'
import { planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { linesOf, loadPack } from './report-states.ts'

const pack = await loadPack('city-duty')
const [golden] = pack.golden ?? []
const rows = golden?.rows ?? {}

/** Last year every county spent more. */
const lastYear = {
  ...rows,
  county_results: (rows.county_results ?? []).map((row) => ({
    ...row,
    result_budget: String(Number(row.result_budget) + 1000),
  })),
}

function said(years: Parameters<typeof evaluateRows>[1]): string {
  const [outline] = pack.reports ?? []
  if (outline === undefined) throw new Error('no report')
  return linesOf(layOutReport(evaluateRows(planPack(pack), years), outline)).join('\n')
}

test('a city reports over its counties: who is below, what fell, what is to be done', () => {
  const text = said({ 2024: lastYear, 2025: rows })
  expect(text).toContain('3个县（市、区）中，评价得分达到60分的占66.7%，与上年持平。没有达到的1个：东岭县（55.0分）。')
  expect(text).toContain('全市教育经费比上年减少3000.00万元，没有做到只增不减')
  expect(text).toContain('超过上限的县（市、区）1个：东岭县（8.00%）。')
  expect(text).toContain('挂牌督办：东岭县。')
})

test('without last year it says nothing of growth and leaves that item open', () => {
  const text = said({ 2025: rows })
  expect(text).not.toMatch(/比上年|与上年/)
  expect(text).toContain('全市教育经费只增不减暂不能认定')
})

test('a county that has not handed up is named, counts as neither passed nor failed, and leaves the sums open', () => {
  const missing = pack.golden?.[1]?.rows ?? {}
  const text = said({ 2025: missing })
  expect(text).toContain('没有上报评价结果的1个：东岭县')
  expect(text).toContain('已上报的达到60分的1个：澄湖县')
  expect(text).not.toContain('全市一般公共预算教育经费')
  expect(text).toMatch(/全市失学辍学人数.*暂不能认定|暂不能认定.*全市失学辍学人数/)
})

test('what the city takes from below is there in the pack of the counties, in the same unit, for the county itself', async () => {
  const below = await loadPack('county-duty')
  const nodes = new Map([...(below.elements ?? []), ...below.indicators].map((node) => [node.id, node]))
  const ratings = new Map((below.ratings ?? []).map((rating) => [rating.id, rating.grain]))
  const [rule] = pack.gathers ?? []
  const register = pack.registers.find(({ id }) => id === rule?.results.register)
  for (const { column, take, of = '' } of rule?.results.columns ?? []) {
    const unit = register?.columns.find(({ id }) => id === column)?.unit
    if (take === '数值') expect([of, nodes.get(of)?.grain, nodes.get(of)?.unit]).toEqual([of, 'county', unit])
    if (take === '得分') expect([of, ratings.get(of)]).toEqual([of, 'county'])
  }
  expect(rule?.results.columns).toHaveLength(9)
})
