import { expect, it } from 'vitest'
import { titleOfText } from '../../src/claims/list/title-of-text.ts'

it('is the first line that reads like a heading', () => {
  expect(titleOfText('\n　澄湖县教育工作自评报告\n县人民政府：\n全县有学校60所。')).toBe('澄湖县教育工作自评报告')
  expect(titleOfText('县政府各部门：\n关于义务教育的通报\n一、总体情况')).toBe('关于义务教育的通报')
  expect(titleOfText('澄政发〔2026〕3号\n2026年3月1日\n自评报告')).toBe('自评报告')
  expect(titleOfText('# 自评报告\n正文。')).toBe('自评报告')
})

it('is else the beginning of the first sentence, cut and without its full stop', () => {
  expect(titleOfText('全县有学校60所。其中小学42所。')).toBe('全县有学校60所')
  const long = `${'全县义务教育学校办学条件持续改善，'.repeat(4)}达到标准。`
  expect(titleOfText(long)).toMatch(/^全县义务教育.*……$/)
  expect(titleOfText(long).length).toBeLessThanOrEqual(42)
  expect(titleOfText(' \n')).toBe('')
})
