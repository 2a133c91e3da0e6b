import {
  describeCredibility,
  faultOfRating,
  faultOfSelfRating,
  type RatedBy,
  settleItem,
} from '@eduduty/core/appraisal'
import { fromDecimal, rational } from '@eduduty/core/formula'
import { describe, expect, it } from 'vitest'

const inPoints: RatedBy = { levels: [], full: '5' }
const inLevels: RatedBy = { levels: ['做到', '基本做到', '未做到'], full: '4', levelPoints: ['4', '2.4', '0'] }
const tenth = fromDecimal('0.1') ?? rational.ZERO

describe('what two raters make of an item', () => {
  it('is open until both have handed in', () => {
    expect(settleItem(inPoints, { first: { points: '4' } }, tenth).state).toBe('open')
  })

  it('is the mean where they differ by no more than allowed: 4 and 4.5 of 5 are a tenth apart', () => {
    const settled = settleItem(inPoints, { first: { points: '4' }, second: { points: '4.5' } }, tenth)
    expect(settled).toEqual({ state: 'agreed', verified: { points: '4.25' } })
  })

  it('needs a third where they differ by more, and the third counts', () => {
    const both = { first: { points: '4' }, second: { points: '4.51' } }
    expect(settleItem(inPoints, both, tenth).state).toBe('differs')
    const settled = settleItem(inPoints, { ...both, arbiter: { points: '5' } }, tenth)
    expect(settled).toEqual({ state: 'settled', verified: { points: '5' } })
  })

  it('has no mean of two levels, however great the allowance', () => {
    const both = { first: { level: '做到' }, second: { level: '基本做到' } }
    expect(settleItem(inLevels, both, rational.ONE).state).toBe('differs')
    expect(settleItem(inLevels, { ...both, second: both.first }, rational.ZERO).state).toBe('agreed')
  })

  it('of a third is not asked where the two agree', () => {
    const settled = settleItem(
      inPoints,
      { first: { points: '4' }, second: { points: '4' }, arbiter: { points: '1' } },
      tenth,
    )
    expect(settled).toEqual({ state: 'agreed', verified: { points: '4' } })
  })
})

describe('a rating that can be kept', () => {
  it.each([
    [inPoints, {}, 'points_missing'],
    [inPoints, { points: '五' }, 'points_unreadable'],
    [inPoints, { points: '5.01' }, 'points_out_of_range'],
    [inPoints, { points: '-1' }, 'points_out_of_range'],
    [inPoints, { points: '5' }, undefined],
    [inPoints, { points: '10/3' }, undefined],
    [inLevels, { points: '4' }, 'level_missing'],
    [inLevels, { level: '优秀' }, 'level_unknown'],
    [inLevels, { level: '未做到' }, undefined],
  ] as const)('%#', (item, given, fault) => {
    expect(faultOfRating(item, given)).toBe(fault)
  })

  it('by the unit itself needs grounds, and a reason where it is not what was computed', () => {
    const self = { grounds: '会议纪要三份', deviationReason: '' }
    expect(faultOfSelfRating(inPoints, { points: '4' }, { ...self, points: '4.0', grounds: ' ' })).toBe(
      'grounds_missing',
    )
    expect(faultOfSelfRating(inPoints, { points: '4' }, { ...self, points: '4.0' })).toBeUndefined()
    expect(faultOfSelfRating(inPoints, { points: '4' }, { ...self, points: '5' })).toBe('deviation_unexplained')
    expect(
      faultOfSelfRating(inPoints, { points: '4' }, { ...self, points: '5', deviationReason: '统计口径不同' }),
    ).toBeUndefined()
    expect(faultOfSelfRating(inPoints, {}, { ...self, points: '5' })).toBeUndefined()
    expect(faultOfSelfRating(inPoints, { points: '10/3' }, { ...self, points: '3.3333' })).toBeUndefined()
    expect(faultOfSelfRating(inPoints, { points: '10/3' }, { ...self, points: '3.33' })).toBe('deviation_unexplained')
  })
})

describe('自评可信度', () => {
  it('is one less the mean distance, with its direction, and says that there are few items', () => {
    const view = describeCredibility(
      [
        { item: inPoints, self: { points: '5' }, verified: { points: '4' } },
        { item: inPoints, self: { points: '3' }, verified: { points: '3' } },
        { item: inPoints, self: { points: '2' }, verified: { points: '2.5' } },
        { item: inLevels, self: { level: '做到' }, verified: { level: '基本做到' } },
      ],
      tenth,
    )
    // Shares +0.2, 0, −0.1, +0.4: mean +0.125, mean distance 0.175.
    expect(view).toMatchObject({
      items: 4,
      same: 1,
      within: 2,
      over: 2,
      under: 1,
      same_share: '25.0%',
      within_share: '50.0%',
      mean_deviation: '+12.5%',
      credibility: '82.5%',
      tolerance: '10.0%',
    })
    expect(view.words).toContain('自评偏高')
    expect(view.note).toContain('只有 4 项')
    expect(view.formula).toContain('未核实')
  })

  it('of nothing is no number', () => {
    const view = describeCredibility([], tenth)
    expect([view.credibility, view.same_share]).toEqual([undefined, undefined])
  })
})
