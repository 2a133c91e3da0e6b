import type { InboxItem } from '@eduduty/core/desk'
import { expect, it } from 'vitest'
import { exceptionOf, weeksOf } from '../../src/desk/calendar/weeks-of.ts'
import { kindsToApprove } from '../../src/desk/inbox/kinds-to-approve.ts'

const form = (id: string, more: Partial<InboxItem> = {}): InboxItem => ({
  key: `form:${id}`,
  subject: 'form',
  county: '990101',
  id,
  deed: '审核',
  title: '教师表',
  unit_name: `学校${id}`,
  says: '',
  at: '2026-03-02T01:00:00Z',
  may_accept: false,
  may_see: false,
  may_approve: 'review',
  ...more,
})

it('forms of one kind and one step are taken together, and never one by itself or one of a colleague', () => {
  const acting = { delegation: 'd', name: '某某' }
  const kinds = kindsToApprove([
    form('1'),
    form('2'),
    form('3', { title: '学生表' }),
    form('4', { deed: '初审', may_approve: 'first-review' }),
    form('5', { acting_for: acting }),
  ])
  expect(kinds.map(({ deed, title, items }) => [deed, title, items.map(({ id }) => id)])).toEqual([
    ['审核', '教师表', ['1', '2']],
  ])
})

it('a month hangs in weeks from Monday on, and marks what is not as every week', () => {
  const days = ['2026-03-01', '2026-03-02'].map((day) => ({ day, items: [] }))
  expect(weeksOf(days).map((week) => week.map((one) => one?.day))).toEqual([
    [undefined, undefined, undefined, undefined, undefined, undefined, '2026-03-01'],
    ['2026-03-02', undefined, undefined, undefined, undefined, undefined, undefined],
  ])
  expect(exceptionOf({ day: '2026-10-01', works: false, items: [] })).toBe('rest')
  expect(exceptionOf({ day: '2026-10-10', works: true, items: [] })).toBe('work')
  expect(exceptionOf({ day: '2026-10-11', works: false, items: [] })).toBeUndefined()
  expect(exceptionOf({ day: '2031-01-01', items: [] })).toBeUndefined()
})
