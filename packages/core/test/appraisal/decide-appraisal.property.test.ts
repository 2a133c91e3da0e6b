import { type AppraisalDeed, type AppraisalFacts, type AppraisalState, decideAppraisal } from '@eduduty/core/appraisal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const deeds: readonly AppraisalDeed[] = [
  'rate_self',
  'report',
  'withdraw',
  'return',
  'assign',
  'start',
  'extend',
  'opine',
  'hand_in',
  'conclude',
  'announce',
  'appeal',
  'decide',
  'publish',
  'cancel',
  'apply',
  'propose',
  'settle',
  'retract',
]
const days = ['2026-11-01', '2026-11-10', '2026-11-20', '2026-11-27', '2026-12-05', '2026-12-20'] as const
const begun: AppraisalFacts = {
  state: 'self_rating',
  selfUntil: '2026-11-10',
  rateUntil: '2026-11-20',
  publicityUntil: '2026-11-27',
  appealUntil: '2026-12-01',
  unratedItems: 0,
  openReturns: 0,
  unassignedItems: 0,
  owedOpinions: 0,
  unsettledItems: 0,
  openAppeals: 0,
  openAdjustments: 0,
}
const stranger = { belongsToUnit: false, isRater: false, hasConcluded: false, hasAdjusted: false }
const ownPerson = { ...stranger, belongsToUnit: true }
const rater = { ...stranger, isRater: true }

const counts = fc.record({
  unratedItems: fc.nat(1),
  openReturns: fc.nat(1),
  unassignedItems: fc.nat(1),
  owedOpinions: fc.nat(1),
  unsettledItems: fc.nat(1),
  openAdjustments: fc.nat(1),
})
const none = fc.constant({
  unratedItems: 0,
  openReturns: 0,
  unassignedItems: 0,
  owedOpinions: 0,
  unsettledItems: 0,
  openAdjustments: 0,
})
const step = fc.record({
  deed: fc.constantFrom(...deeds),
  actor: fc.record({
    belongsToUnit: fc.boolean(),
    isRater: fc.boolean(),
    hasConcluded: fc.boolean(),
    hasAdjusted: fc.boolean(),
  }),
  today: fc.constantFrom(...days),
  counts: fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: counts }),
})

const conduct: ReadonlySet<AppraisalDeed> = new Set([
  'return',
  'assign',
  'start',
  'extend',
  'cancel',
  'propose',
  'settle',
])

/** What may come directly after what; nothing else ever does. */
const followers: Readonly<Record<AppraisalState, readonly AppraisalState[]>> = {
  self_rating: ['self_rating', 'self_reported', 'cancelled'],
  self_reported: ['self_reported', 'self_rating', 'rating', 'cancelled'],
  rating: ['rating', 'self_rating', 'concluded', 'cancelled'],
  concluded: ['publicity'],
  publicity: ['appealed', 'published'],
  appealed: ['publicity'],
  published: [],
  cancelled: [],
}

describe('random walks through an appraisal', () => {
  it('take only the steps there are, publish nothing too early, and never leave what is over', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let { state } = begun
        for (const { deed, actor, today, counts: found } of steps) {
          const facts = { ...begun, ...found, state, openAppeals: state === 'appealed' ? 1 : 0 }
          const { next, refused } = decideAppraisal(facts, deed, actor, today)
          if (next === undefined) {
            expect(refused).toBeTypeOf('string')
            continue
          }
          expect(followers[state]).toContain(next)
          if (next === 'published') expect([state, today > '2026-12-01']).toEqual(['publicity', true])
          if (next === 'concluded')
            expect([found.owedOpinions, found.unsettledItems, actor.belongsToUnit]).toEqual([0, 0, false])
          if (next === 'self_reported' && state === 'self_rating')
            expect([found.unratedItems, found.openReturns]).toEqual([0, 0])
          if (state === 'appealed') expect(actor).toEqual(stranger)
          if (conduct.has(deed)) expect(actor.belongsToUnit).toBe(false)
          if (deed === 'opine' || deed === 'hand_in')
            expect([actor.belongsToUnit, actor.isRater]).toEqual([false, true])
          state = next
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('can go all the way, through a return, an appeal and its decision', () => {
    const way: readonly (readonly [AppraisalDeed, typeof stranger, string, AppraisalState])[] = [
      ['rate_self', stranger, '2026-11-10', 'self_rating'],
      ['report', stranger, '2026-11-10', 'self_reported'],
      ['withdraw', stranger, '2026-11-10', 'self_rating'],
      ['report', stranger, '2026-11-10', 'self_reported'],
      ['start', stranger, '2026-11-11', 'rating'],
      ['return', stranger, '2026-11-11', 'self_rating'],
      ['report', stranger, '2026-11-10', 'self_reported'],
      ['start', stranger, '2026-11-12', 'rating'],
      ['opine', rater, '2026-11-20', 'rating'],
      ['conclude', stranger, '2026-11-21', 'concluded'],
      ['announce', stranger, '2026-11-21', 'publicity'],
      ['appeal', stranger, '2026-12-01', 'appealed'],
      ['decide', stranger, '2026-12-05', 'publicity'],
      ['publish', stranger, '2026-12-05', 'published'],
    ]
    let { state } = begun
    for (const [deed, actor, today, expected] of way) {
      const { next } = decideAppraisal({ ...begun, state }, deed, actor, today)
      expect([deed, next]).toEqual([deed, expected])
      state = expected
    }
  })
})

describe('refusals say what stands in the way', () => {
  const at = (state: AppraisalState, more: Partial<AppraisalFacts> = {}) => ({ ...begun, ...more, state })
  it.each([
    [at('self_rating'), 'report', stranger, '2026-11-11', 'self_past_due'],
    [at('self_rating', { returnedUntil: '2026-11-15' }), 'report', stranger, '2026-11-15', undefined],
    [at('rating'), 'withdraw', stranger, '2026-11-11', 'already_rating'],
    [at('self_reported'), 'withdraw', stranger, '2026-11-10', undefined],
    [at('self_reported'), 'withdraw', stranger, '2026-11-11', 'self_past_due'],
    [at('self_reported', { returnedUntil: '2026-11-15' }), 'withdraw', stranger, '2026-11-15', undefined],
    [at('self_reported', { returnedUntil: '2026-11-15' }), 'withdraw', stranger, '2026-11-16', 'self_past_due'],
    [at('self_rating'), 'assign', ownPerson, '2026-11-01', 'own_unit'],
    [at('self_reported'), 'start', ownPerson, '2026-11-01', 'own_unit'],
    [at('rating'), 'extend', ownPerson, '2026-11-01', 'own_unit'],
    [at('rating'), 'cancel', ownPerson, '2026-11-01', 'own_unit'],
    [at('rating'), 'return', ownPerson, '2026-11-01', 'own_unit'],
    [at('self_reported', { unassignedItems: 2 }), 'start', stranger, '2026-11-11', 'has_unassigned'],
    [at('rating'), 'opine', stranger, '2026-11-11', 'not_rater'],
    [at('rating'), 'opine', { ...rater, belongsToUnit: true }, '2026-11-11', 'own_unit'],
    [at('rating'), 'hand_in', rater, '2026-11-21', 'rate_past_due'],
    [at('rating', { unsettledItems: 1 }), 'conclude', stranger, '2026-11-11', 'has_unsettled'],
    [at('publicity'), 'publish', stranger, '2026-11-27', 'still_public'],
    [at('publicity'), 'publish', stranger, '2026-12-01', 'still_appealable'],
    [at('publicity'), 'appeal', stranger, '2026-12-02', 'appeal_past_due'],
    [at('appealed'), 'decide', rater, '2026-12-02', 'had_a_hand'],
    [at('appealed'), 'decide', { ...stranger, hasConcluded: true }, '2026-12-02', 'had_a_hand'],
    [at('appealed'), 'decide', { ...stranger, belongsToUnit: true }, '2026-12-02', 'own_unit'],
    [at('published'), 'cancel', stranger, '2026-12-02', 'closed'],
    [at('concluded'), 'return', stranger, '2026-12-02', 'already_concluded'],
  ] as const)('%#: %s', (facts, deed, actor, today, refused) => {
    expect(decideAppraisal(facts, deed, actor, today).refused).toBe(refused)
  })
})
