import { describe, expect, it } from 'vitest'
import { runGarbage, timed } from './garbage.ts'

describe('any text at all', () => {
  it('is answered with a value or a problem in Chinese, at once: 5,000 pieces of garbage', () => {
    const { faults, evaluated, slowest } = runGarbage({ cases: 5_000, longest: 200, seed: 20_261_123 })
    expect(faults).toEqual([])
    // some of it must be formulas, or only the reader of characters is tested
    expect(evaluated).toBeGreaterThan(50)
    expect(slowest.milliseconds).toBeLessThan(1000)
  })

  it.each([
    ['words without a space between them', '甲且'.repeat(6_000)],
    ['multiples of a unit', `5 ${'万'.repeat(19_000)}元`],
    ['many unknown names', Array.from({ length: 900 }, (_, index) => `不知道的名字${index}`).join('+')],
    ['lists of one', `${'名 属于 ("甲") 且 '.repeat(600)}达标`],
    ['long factors', `学生数${` × 1${'0'.repeat(59)}`.repeat(300)}`],
    ['nested cases over rows', `合计(班级, ${'情形 人数 > 1 → 人数; 否则 ('.repeat(60)}1${')'.repeat(61)}`],
    ['open brackets', '('.repeat(20_000)],
  ])('is answered at once: %s', (_, source) => {
    expect(timed(source).milliseconds).toBeLessThan(1000)
  })

  it('stays quick when it is long', () => {
    const { faults, slowest } = runGarbage({ cases: 40, longest: 20_000, seed: 7 })
    expect(faults).toEqual([])
    expect(slowest.milliseconds).toBeLessThan(1000)
  })
})
