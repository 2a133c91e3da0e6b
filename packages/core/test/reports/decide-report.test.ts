import { expect, it } from 'vitest'
import {
  decideReport,
  type ReportDeed,
  type ReportFacts,
  type ReportState,
  signingDoubts,
} from '../../src/reports/index.ts'

const facts = (state: ReportState, more: Partial<ReportFacts> = {}): ReportFacts => ({
  state,
  openMarks: 0,
  sentBy: 'li',
  charactersOver: 0,
  ...more,
})

it.each<[ReportState, ReportDeed, string, string]>([
  ['writing', 'send', 'li', 'review'],
  ['writing', 'sign', 'wang', 'not_in_review'],
  ['writing', 'reopen', 'li', 'not_final'],
  ['review', 'send', 'li', 'not_writing'],
  ['review', 'withdraw', 'li', 'writing'],
  ['review', 'withdraw', 'wang', 'not_sender'],
  ['review', 'return', 'wang', 'writing'],
  ['review', 'sign', 'wang', 'final'],
  ['review', 'sign', 'li', 'own_report'],
  ['final', 'send', 'li', 'not_writing'],
  ['final', 'return', 'wang', 'not_in_review'],
  ['final', 'reopen', 'wang', 'writing'],
])('a report in %s: %s by %s gives %s', (state, deed, person, expected) => {
  const { next, refused } = decideReport(facts(state), deed, person)
  expect(next ?? refused).toBe(expected)
})

it('is not sent while places wait for a look, or while it is too long', () => {
  expect(decideReport(facts('writing', { openMarks: 1 }), 'send', 'li').refused).toBe('has_open_marks')
  expect(decideReport(facts('writing', { charactersOver: 1 }), 'send', 'li').refused).toBe('too_long')
})

it('a paper of a preview run or without its day is signed with a reason only', () => {
  expect(signingDoubts({ run: 'official', date: '2026年3月2日' })).toEqual([])
  expect(signingDoubts({ run: 'official', date: '2026年\u3000\u3000月\u3000\u3000日' })).toEqual(['date'])
  expect(signingDoubts({ run: 'preview', date: undefined })).toEqual(['preview', 'date'])
})
