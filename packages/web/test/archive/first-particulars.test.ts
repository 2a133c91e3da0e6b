import type { PaperView } from '@eduduty/core/archive'
import { expect, test } from 'vitest'
import { describedBy, hasWrongDay, shownParticulars } from '../../src/archive/describing/first-particulars.ts'

const view: Pick<PaperView, 'particulars' | 'guessed'> = {
  particulars: {
    title: '通知',
    kind: 'other',
    issuer: '',
    document_no: '旧〔2025〕1号',
    secrecy: 'internal',
    personal: 'none',
    is_redacted: false,
    box_no: '',
    keeper: '',
    note: '',
  },
  guessed: {
    kind: 'document',
    document_no: '云教〔2025〕2号',
    issuer: '云岭县教育局',
    made_on: '2025-03-01',
    personal: 'none',
  },
}

test('fields show what is typed before what is kept, and that before what is guessed', () => {
  expect(shownParticulars(view, { issuer: '县政府' })).toEqual({
    document_no: '旧〔2025〕1号',
    issuer: '县政府',
    secrecy: 'internal',
    personal: 'none',
    made_on: '2025-03-01',
  })
})

test('a cleared day is not sent, and the guessed kind is where there was none', () => {
  const sent = describedBy(view, shownParticulars(view, { made_on: '' }))
  expect(sent).not.toHaveProperty('made_on')
  expect(sent).toMatchObject({ kind: 'document', title: '通知', issuer: '云岭县教育局' })
})

test('a day that does not exist is told apart from a day and from none', () => {
  const wrong = (day: string): boolean => hasWrongDay(shownParticulars(view, { made_on: day }))
  expect(['2025-12-40', '去年底', '2025-12-31', ''].map(wrong)).toEqual([true, true, false, false])
})
