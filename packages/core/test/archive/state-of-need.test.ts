import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLate, isOverdue, openNeedStates, type ServingPaper, stateOfNeed } from '../../src/archive/index.ts'

const today = '2026-03-02'
const paper = (more: Partial<ServingPaper> = {}): ServingPaper => ({
  title: '会议纪要',
  validUntil: undefined,
  verdict: undefined,
  reason: '',
  isWithdrawn: false,
  isDamaged: false,
  lacks: '',
  ...more,
})
const stateWith = (...papers: ServingPaper[]) => stateOfNeed({ papers, waived: undefined, spared: undefined }, today)

const papers = fc.record({
  title: fc.constantFrom('甲', '乙'),
  validUntil: fc.constantFrom(undefined, '2026-03-01', '2026-03-02', '2027-01-01'),
  verdict: fc.constantFrom(undefined, 'sufficient' as const, 'insufficient' as const),
  reason: fc.constantFrom('', '缺签字'),
  isWithdrawn: fc.boolean(),
  isDamaged: fc.boolean(),
  lacks: fc.constantFrom('', '文号'),
})

describe('where a need stands', () => {
  it('is said in words', () => {
    expect(stateWith()).toEqual({ state: 'missing', because: '还没有材料' })
    expect(stateWith(paper({ isWithdrawn: true }))).toEqual({ state: 'missing', because: '材料已经撤下' })
    expect(stateWith(paper({ isDamaged: true })).because).toBe('“会议纪要”的文件损坏，请重新上传')
    expect(stateWith(paper())).toEqual({ state: 'unread', because: '1 件材料还没有审核' })
    expect(stateWith(paper({ verdict: 'insufficient', reason: '缺签字' }))).toEqual({
      state: 'weak',
      because: '缺签字',
    })
    expect(stateWith(paper({ lacks: '文号、落款日期' }))).toEqual({
      state: 'weak',
      because: '“会议纪要”的材料信息待补：文号、落款日期',
    })
    expect(stateWith(paper({ lacks: '文号', verdict: 'sufficient' })).state).toBe('ready')
    expect(stateWith(paper({ verdict: 'sufficient', validUntil: '2026-03-01' }))).toEqual({
      state: 'expired',
      because: '“会议纪要”已于 2026-03-01 过期',
    })
    expect(stateWith(paper({ verdict: 'sufficient', validUntil: today })).state).toBe('ready')
    const excused = (waived?: string, spared?: string) => stateOfNeed({ papers: [], waived, spared }, today)
    expect(excused('本县没有民办学校')).toEqual({ state: 'waived', because: '本县没有民办学校' })
    expect(excused(undefined, '达到100人')).toEqual({ state: 'spared', because: '达到100人' })
    expect(excused('县里定的', '达到100人').state).toBe('waived')
  })

  it('is that of its best paper, and one more paper never makes it worse than missing', () => {
    fc.assert(
      fc.property(fc.array(papers, { maxLength: 5 }), (all) => {
        const { state } = stateWith(...all)
        const serves = all.filter(
          (one) => !one.isWithdrawn && !one.isDamaged && (one.validUntil === undefined || one.validUntil >= today),
        )
        expect(state === 'ready').toBe(serves.some(({ verdict }) => verdict === 'sufficient'))
        expect(stateWith(...all, paper({ verdict: 'sufficient' })).state).toBe('ready')
        const rest = all.filter(({ isWithdrawn }) => !isWithdrawn)
        expect(stateWith(...rest).state).toBe(state)
      }),
    )
  })

  it('does not depend on the order of the papers', () => {
    fc.assert(
      fc.property(fc.array(papers, { maxLength: 5 }), (all) => {
        expect(stateWith(...all.toReversed()).state).toBe(stateWith(...all).state)
      }),
    )
  })
})

describe('what came late', () => {
  it('is a paper of the year that was filed after it, and never one without a day', () => {
    expect(isLate(2025, { madeOn: '2025-11-03', filedOn: '2026-01-02' })).toBe(true)
    expect(isLate(2025, { madeOn: '2025-11-03', filedOn: '2025-12-31' })).toBe(false)
    expect(isLate(2025, { madeOn: '2026-01-01', filedOn: '2026-01-02' })).toBe(false)
    expect(isLate(2025, { madeOn: undefined, filedOn: '2026-01-02' })).toBe(false)
  })

  it('is overdue only while it is not in order', () => {
    for (const state of ['missing', 'unread', 'weak', 'expired', 'ready', 'waived'] as const)
      expect(isOverdue(state, '2026-03-01', today)).toBe(openNeedStates.has(state))
    expect(isOverdue('missing', today, today)).toBe(false)
  })
})
