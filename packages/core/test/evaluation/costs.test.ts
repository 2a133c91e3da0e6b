import { describe, expect, it } from 'vitest'
import { costOf, costOfGap, isMoney, type Price } from '../../src/evaluation/price/index.ts'

const price = (more: Partial<Price> = {}): Price => ({
  of: '教学及辅助用房面积',
  unit: '平方米',
  yuan: '3000',
  per: 'once',
  source: '本县招标价',
  since: '2026-01-01',
  by: '陆知行',
  at: '2026-01-02',
  ...more,
})

describe('what closing a gap costs', () => {
  it.each([
    ['571.86', '平方米', price(), '571.86 平方米 × 3000 元 = 171.56 万元'],
    ['2', '平方米', price({ yuan: '49.5' }), '2 平方米 × 49.5 元 = 99 元'],
    ['1/3', '平方米', price(), '0.33 平方米 × 3000 元 = 1000 元'],
    // Another word for the same unit, and another unit of the same kind.
    ['17', '名', price({ unit: '人', yuan: '80000', per: 'yearly' }), '17 人 × 80000 元 = 每年 136.00 万元'],
    ['1.5', '亩', price(), '1000 平方米 × 3000 元 = 300.00 万元'],
    ['3.4', '万元', undefined, '3.40 万元'],
  ])('%s %s', (amount, unit, by, text) => {
    expect(costOf(amount, unit, by)?.text).toBe(text)
  })

  it('is not told without a price in force, of another thing than the price is of, or of nothing', () => {
    expect(costOf('5', '间', undefined)).toBeUndefined()
    const { yuan: _, ...withdrawn } = price()
    expect(costOf('5', '平方米', withdrawn)).toBeUndefined()
    expect(costOf('5', '间', price())).toBeUndefined()
    expect(costOf('0', '平方米', price())).toBeUndefined()
  })

  it('is not told of a gap that asks for less', () => {
    const gap = { amount: '5', unit: '人', of: '班额', text: '应减少5人' }
    expect(costOfGap(gap, price({ unit: '人' }))).toBeUndefined()
    expect(costOfGap({ ...gap, text: '还差5人' }, price({ unit: '人' }))?.shown).toBe('1.50 万元')
  })

  it('knows money from everything else', () => {
    expect(['元', '万元', '亿元', '元/生', '平方米', ''].map(isMoney)).toEqual([true, true, true, false, false, false])
  })
})
