import { fromDecimal } from '@eduduty/core/formula'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankEntries } from '../../src/evaluation/compare/rank-entries.ts'

const entry = (key: string, value: string | undefined, n = 10) => ({
  key,
  value: value === undefined ? undefined : fromDecimal(value),
  n,
})
const shown = (ranks: ReturnType<typeof rankEntries>) =>
  ranks.map(({ key, rank, tied, unranked }) => `${key} ${rank ?? unranked}${tied ? ' 并列' : ''}`)

describe('ranking', () => {
  it('lets equal values share a place and skips the next', () => {
    const ranks = rankEntries([entry('甲', '80'), entry('乙', '95'), entry('丙', '80'), entry('丁', '60')], {
      higherIsBetter: true,
    })
    expect(shown(ranks)).toEqual(['乙 1', '甲 2 并列', '丙 2 并列', '丁 4'])
  })

  it('turns round where less is better', () => {
    const ranks = rankEntries([entry('甲', '19'), entry('乙', '15.5')], { higherIsBetter: false })
    expect(shown(ranks)).toEqual(['乙 1', '甲 2'])
  })

  it('gives no place to what stands on too few or is not known, and takes none from the others for it', () => {
    const ranks = rankEntries([entry('甲', '100', 4), entry('乙', '90', 5), entry('丙', undefined), entry('丁', '0')], {
      higherIsBetter: true,
    })
    expect(shown(ranks)).toEqual(['乙 1', '丁 2', '甲 few', '丙 missing'])
  })

  it('tells apart values that only rounding makes alike', () => {
    const ranks = rankEntries([entry('甲', '0.33333'), { key: '乙', value: fromDecimal('0.333333'), n: 9 }], {
      higherIsBetter: true,
    })
    expect(shown(ranks)).toEqual(['乙 1', '甲 2'])
  })

  it('places every value after as many as are better', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (values) => {
        const ranks = rankEntries(
          values.map((value, at) => entry(String(at), String(value))),
          { higherIsBetter: true },
        )
        for (const { key, rank } of ranks)
          expect(rank).toBe(1 + values.filter((other) => other > (values[Number(key)] ?? 0)).length)
      }),
    )
  })
})
