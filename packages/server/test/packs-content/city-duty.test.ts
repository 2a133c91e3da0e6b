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
  expect(text).toContain('全市教育经费只增不减因数据未报全暂不能认定')
})
