import { faultOfAdjustment, refusalOfSettlement } from '@eduduty/core/appraisal'
import { countAdjustments, type GrantedAdjustment } from '@eduduty/core/evaluation'
import { fromDecimal, rational, toJson } from '@eduduty/core/formula'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allClear, townshipPack, townshipRow } from '../evaluation/rated-townships.ts'
import { evaluate } from '../evaluation/small-county.ts'

const [rating] = townshipPack.ratings ?? []
if (rating === undefined) throw new Error('no rating')
const kinds = rating.adjustments ?? []

const grant = (rule: string, points: string, id = rule): GrantedAdjustment => ({
  id,
  rule,
  points: fromDecimal(points) ?? rational.ZERO,
})

const counted = (...granted: readonly GrantedAdjustment[]) => {
  const { lines, additions, deductions } = countAdjustments(rating, granted)
  return { lines: lines.map((one) => toJson(one.counted)), sums: [toJson(additions), toJson(deductions)] }
}

describe('additions and deductions', () => {
  it('count up to the most of one, then of the kind, then of all additions, in the order granted', () => {
    expect(counted(grant('praised', '1.5'))).toEqual({ lines: ['1.5'], sums: ['1.5', '0'] })
    expect(counted(grant('praised', '9'))).toEqual({ lines: ['2'], sums: ['2', '0'] })
    expect(counted(grant('praised', '2', 'a'), grant('praised', '2', 'b'), grant('praised', '1', 'c'))).toEqual({
      lines: ['2', '1', '0'],
      sums: ['3', '0'],
    })
    expect(counted(grant('praised', '2', 'a'), grant('raised', '2.5'), grant('praised', '1', 'b'))).toEqual({
      lines: ['2', '2.5', '0.5'],
      sums: ['5', '0'],
    })
    expect(counted(grant('blamed', '3', 'a'), grant('blamed', '3', 'b'))).toEqual({
      lines: ['3', '1'],
      sums: ['0', '4'],
    })
    expect(counted(grant('unheard', '1'))).toEqual({ lines: [], sums: ['0', '0'] })
  })

  it('never pass a limit, whatever is granted', () => {
    const one = fc.record({
      rule: fc.constantFrom('praised', 'raised', 'blamed'),
      tenths: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const granted = all.map(({ rule, tenths }, at) => grant(rule, String(tenths / 10), String(at)))
        const { lines, additions, deductions } = countAdjustments(rating, granted)
        const sumOf = (wanted: string) =>
          rational.sum(
            lines.filter(({ rule }) => rule.id === wanted || rule.kind === wanted).map((line) => line.counted),
          )
        expect(rational.compare(additions, rational.fromInteger(5))).toBeLessThanOrEqual(0)
        expect(rational.compare(sumOf('praised'), rational.fromInteger(3))).toBeLessThanOrEqual(0)
        expect(rational.compare(deductions, rational.fromInteger(4))).toBeLessThanOrEqual(0)
        expect([toJson(sumOf('加分')), toJson(sumOf('扣分'))]).toEqual([toJson(additions), toJson(deductions)])
        for (const { given, counted: part } of lines) {
          expect(rational.sign(part)).toBeGreaterThanOrEqual(0)
          expect(rational.compare(part, given)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('are added to the points before the grade is looked up, and shown as lines of their own', () => {
    const rate = (...granted: readonly GrantedAdjustment[]) => {
      const verified = {
        find: () => undefined,
        adjustments: (_: string, subject: string) => (subject === 'A' ? granted : []),
      }
      const cells = { ...allClear, retention: 97, visits: 7, pledges: 1, nursery: 1 }
      const rows = [townshipRow('A', cells), townshipRow('B', cells)]
      return evaluate(rows, townshipPack, { verified }).assessment().ratings?.[0]?.subjects ?? []
    }
    const [a, b] = rate(grant('praised', '2'), grant('blamed', '0.5'))
    expect([b?.points.value, b?.grade, b?.earned, b?.adjustments]).toEqual(['88.5', '良好', undefined, undefined])
    expect([a?.points.value, a?.earned?.value, a?.grade]).toEqual(['90', '88.5', '优秀'])
    expect(a?.adjustments).toEqual([
      { id: 'praised', rule: 'praised', title: '受表彰', kind: '加分', given: '2', counted: '2' },
      { id: 'blamed', rule: 'blamed', title: '被通报', kind: '扣分', given: '0.5', counted: '0.5' },
    ])
    expect(a?.text).toContain('得分 90.00（各项得分 88.50，加分 2，扣分 0.5）')
  })

  it('never lead below zero, neither the points nor what they may still come to', () => {
    const rate = (cells: Parameters<typeof townshipRow>[1]) => {
      const verified = {
        find: () => undefined,
        adjustments: () => [grant('blamed', '3', 'a'), grant('blamed', '1', 'b')],
      }
      const rows = [townshipRow('A', { ...allClear, ...cells })]
      return evaluate(rows, townshipPack, { verified }).assessment().ratings?.[0]?.subjects[0]?.points
    }
    const nothing = { retention: 0, visits: 0, pledges: 0, nursery: 0 }
    expect(rate(nothing)?.value).toBe('0')
    expect(rate({ visits: 0, pledges: 0, nursery: 0 })).toMatchObject({ low: '0' })
  })
})

describe('who proposes', () => {
  it('names a kind of the rating and no more than it allows; a unit deducts nothing from itself', () => {
    const fault = (rule: string, points: string, side: 'unit' | 'office' = 'office') =>
      faultOfAdjustment(kinds, { rule, points, side })
    expect(fault('praised', '2')).toBeUndefined()
    expect(fault('raised', '2.5', 'unit')).toBeUndefined()
    expect([fault('praised', '2.01'), fault('praised', '0')]).toEqual([
      'adjustment_out_of_range',
      'adjustment_out_of_range',
    ])
    expect([fault('unheard', '1'), fault('blamed', '1', 'unit')]).toEqual(['adjustment_unknown', 'deduction_by_unit'])
  })

  it('does not decide, and what is decided stays decided', () => {
    const open = { state: 'proposed', proposedBy: 'a' }
    expect(refusalOfSettlement(open, 'b')).toBeUndefined()
    expect(refusalOfSettlement(open, 'a')).toBe('own_adjustment')
    expect(refusalOfSettlement({ ...open, state: 'refused' }, 'b')).toBe('adjustment_decided')
  })
})
