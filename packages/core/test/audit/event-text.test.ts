import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, keepableText, visibleText } from '../../src/audit/index.ts'

describe('text that the log keeps', () => {
  it.each([
    ['证件 11010119900307123X。', '证件 110***********123X。'],
    ['１１０１０１１９９００３０７１２３４', '１１０***********１２３４'],
    ['致电13900001234', '致电139****1234'],
    ['学校标识码 2111003478', '学校标识码 2111003478'],
    ['摘要 139000012345678', '摘要 139000012345678'],
    ['sha256 e3b0c44298fc1c14 a13900001234b', 'sha256 e3b0c44298fc1c14 a13900001234b'],
    ['统一社会信用代码 91110108MA01234567', '统一社会信用代码 91110108MA01234567'],
  ])('%s → %s', (text, kept) => {
    expect(keepableText(text)).toBe(kept)
  })

  it('never holds what a database cannot, nor more than so much, and is settled at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9_000 }), (text) => {
        const kept = keepableText(text)
        expect(kept.includes('\u0000')).toBe(false)
        expect(/\p{Surrogate}/u.test(kept)).toBe(false)
        expect(kept.length).toBeLessThanOrEqual(4_001)
        if (kept.length < 4_000) expect(keepableText(kept)).toBe(kept)
      }),
    )
  })
})

describe('text that is shown', () => {
  it('has no sign left that breaks a line, hides or turns round', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(visibleText(text))).toBe(false)
      }),
    )
  })

  it('keeps ordinary text, rare characters included', () => {
    const text = '㵙𠮷村小学 “引号” 1—2　½ 👩'
    expect(visibleText(text)).toBe(text)
  })

  it.each(['=1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', ' =1', '\t=1', '\r=1', '\u200b=1'])(
    'starts no formula in a cell: %j',
    (text) => {
      expect(cellText(text)).toMatch(/^['⇥⟨]/)
    },
  )
})
