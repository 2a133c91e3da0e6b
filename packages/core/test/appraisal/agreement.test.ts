import {
  describeAgreement,
  type GivenRating,
  intraclass,
  type RatedBy,
  type TwiceRated,
  weightedKappa,
} from '@eduduty/core/appraisal'
import { rational, toJson } from '@eduduty/core/formula'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const n = (value: number) => rational.fromInteger(value)
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const text = (value: rational.Rational | undefined) => (value === undefined ? undefined : toJson(value))

const worked = [
  ...times(4, [0, 0] as const),
  ...times(2, [1, 1] as const),
  [2, 2] as const,
  ...times(2, [0, 1] as const),
  [1, 2] as const,
]

describe('weighted kappa', () => {
  it('comes to what was worked out by hand: observed 0.85, by chance 0.61, kappa 24/39', () => {
    const found = weightedKappa(worked, 3)
    expect([found?.items, text(found?.observed), text(found?.expected), text(found?.kappa)]).toEqual([
      10,
      '0.85',
      '0.61',
      '8/13',
    ])
  })

  it('of two levels is the plain kappa: 20 of 50 yes-yes, 15 no-no, 5 and 10 crossed give 0.4', () => {
    const pairs = [
      ...times(20, [0, 0] as const),
      ...times(5, [0, 1] as const),
      ...times(10, [1, 0] as const),
      ...times(15, [1, 1] as const),
    ]
    expect(text(weightedKappa(pairs, 2)?.kappa)).toBe('0.4')
  })

  it('cannot be had where both always choose the same one level', () => {
    expect(weightedKappa(times(8, [1, 1] as const), 3)?.kappa).toBeUndefined()
    expect(weightedKappa([], 3)).toBeUndefined()
  })

  it('is one for people who always agree on more than one level, never above, and does not ask who is first', () => {
    const position = fc.nat(2)
    fc.assert(
      fc.property(fc.array(fc.tuple(position, position), { minLength: 1, maxLength: 30 }), (pairs) => {
        const kappa = weightedKappa(pairs, 3)?.kappa
        const turned = weightedKappa(
          pairs.map(([a, b]) => [b, a] as const),
          3,
        )?.kappa
        expect(text(turned)).toBe(text(kappa))
        if (kappa === undefined) return
        expect(rational.compare(kappa, rational.ONE)).toBeLessThanOrEqual(0)
        if (pairs.every(([a, b]) => a === b)) expect(text(kappa)).toBe('1')
      }),
    )
  })
})

describe('ICC(2,1)', () => {
  it('comes to what was worked out by hand: mean squares 4.5, 0 and 0.5 give 6/7', () => {
    expect(
      text(
        intraclass([
          [n(1), n(2)],
          [n(3), n(3)],
          [n(5), n(4)],
        ]),
      ),
    ).toBe('6/7')
  })

  it('takes off what one rater is stricter by: all one point apart, mean squares 20, 2.5 and 0 give 20/21', () => {
    // 20 ÷ (20 + 0 + 2 × (2.5 − 0) ÷ 5).
    const pairs = [-2, -1, 0, 1, 2].map((at) => [n(at * 2), n(at * 2 + 1)] as const)
    expect(text(intraclass(pairs))).toBe('20/21')
  })

  it('cannot be had of one item, or where nothing varies', () => {
    expect(intraclass([[n(1), n(2)]])).toBeUndefined()
    expect(
      intraclass([
        [n(3), n(3)],
        [n(3), n(3)],
      ]),
    ).toBeUndefined()
  })
})

const inPoints: RatedBy = { levels: [], full: '10' }
const inLevels: RatedBy = { levels: ['好', '中', '差'], full: '4', levelPoints: ['4', '2.4', '0'] }
const twice = (
  item: RatedBy,
  first: GivenRating,
  second: GivenRating,
  raters: TwiceRated['raters'] = ['甲', '乙'],
): TwiceRated => ({
  item,
  first,
  second,
  raters,
})

describe('agreement as it is told', () => {
  it('counts what is equal, measures by share of full points, and says that few items say little', () => {
    const view = describeAgreement([
      twice(inPoints, { points: '8' }, { points: '8.0' }),
      twice(inPoints, { points: '6' }, { points: '7' }),
      twice(inLevels, { level: '好' }, { level: '中' }),
      twice(inLevels, { level: '差' }, { level: '差' }),
    ])
    // Differences 0, 0.1, 1.6 ÷ 4 = 0.4 and 0: mean 0.125.
    expect(view).toMatchObject({ items: 4, same: 2, exact_share: '50.0%', mean_difference: '12.5%' })
    expect(view.note).toContain('只有 4 项')
    expect(view.pairs[0]?.points).toMatchObject({ items: 2, note: expect.stringContaining('只有 2 项') })
    expect(view.pairs[0]?.kappas[0]).toMatchObject({ levels: ['好', '中', '差'], items: 2 })
  })

  it('keeps people apart, and ladders of different levels', () => {
    const other: RatedBy = { levels: ['合格', '不合格'] }
    const view = describeAgreement([
      twice(inLevels, { level: '好' }, { level: '好' }),
      twice(other, { level: '合格' }, { level: '不合格' }),
      twice(inLevels, { level: '中' }, { level: '差' }, ['甲', '丙']),
    ])
    expect(view.pairs.map(({ raters, kappas }) => [raters, kappas.map(({ levels }) => levels.length)])).toEqual([
      [
        ['甲', '乙'],
        [3, 2],
      ],
      [['甲', '丙'], [3]],
    ])
    expect(view.pairs[0]?.kappas[0]?.note).toContain('不能计算')
  })
})
