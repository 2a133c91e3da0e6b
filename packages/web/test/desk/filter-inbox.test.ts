import type { InboxItem } from '@eduduty/core/desk'
import { describe, expect, it } from 'vitest'
import { areOfUnit, dueDays, filterInbox } from '../../src/desk/inbox/filter-inbox.ts'
import { addressOf } from '../../src/desk/inbox-queries.ts'

const item = (more: Partial<InboxItem>): InboxItem => ({
  key: 'task:1',
  subject: 'task',
  county: '990101',
  id: '1',
  deed: '接收',
  title: '组织入学',
  unit_name: '教育局',
  says: '',
  at: '2026-03-01T00:00:00Z',
  may_accept: true,
  may_see: false,
  ...more,
})

describe('the inbox on the page', () => {
  it('is narrowed by kind, words and day together', () => {
    const items = [item({}), item({ key: 'form:1', subject: 'form', title: '学校填报表', due_on: '2026-03-05' })]
    expect(filterInbox(items, {})).toHaveLength(2)
    expect(filterInbox(items, { subject: 'form' }).map(({ key }) => key)).toEqual(['form:1'])
    expect(filterInbox(items, { text: ' 教育局 ', due: '2026-03-05' }).map(({ key }) => key)).toEqual(['form:1'])
    expect(filterInbox(items, { text: '没有这个' })).toEqual([])
  })

  it('names no unit where all lines are about the reader’s own', () => {
    expect(areOfUnit([item({}), item({ key: 'task:2' })], '教育局')).toBe(true)
    expect(areOfUnit([item({}), item({ unit_name: '石桥镇' })], '教育局')).toBe(false)
    expect(areOfUnit([item({})], '县政府')).toBe(false)
  })

  it('gathers what is due by day, from today on and not beyond the last day', () => {
    const due = ['2026-03-04', '2026-03-05', '2026-03-20', '2026-03-05', '2026-03-21', undefined]
    const items = due.map((day, at) => item({ key: `task:${at}`, ...(day !== undefined && { due_on: day }) }))
    const begun = [item({ key: 'task:b', due_on: '2026-03-05' })]
    const days = dueDays({ today: '2026-03-05', waiting: items, begun }, '2026-03-20')
    expect(days.map(({ day, tab, items: of }) => [day, tab, of.length])).toEqual([
      ['2026-03-05', 'waiting', 2],
      ['2026-03-05', 'begun', 1],
      ['2026-03-20', 'waiting', 1],
    ])
    // The list to which a line leads holds as many lines as it says.
    for (const { day, tab, items: of } of days)
      expect(filterInbox(tab === 'waiting' ? items : begun, { due: day })).toEqual(of)
  })

  it('leads to the thing itself, and nowhere where the reader does not reach it', () => {
    expect(addressOf(item({}))).toBe('/duties?task=1')
    expect(addressOf(item({ subject: 'form' }))).toBe('/collection/tasks/990101/1')
    const delivery = item({ subject: 'delivery', id: '2025/d1' })
    expect(addressOf(delivery)).toBe('/evaluation/gathering?area=990100&year=2025')
    const evidence = { subject: 'evidence', county: '990101' } as const
    expect(addressOf(item({ ...evidence, id: 'c1/n1' }))).toBe('/archive?catalogue=990101%2Fc1&need=n1')
    expect(addressOf(item({ ...evidence, key: 'evidence-review:c1', id: 'c1' }))).toBe(
      '/archive?catalogue=990101%2Fc1&state=unread',
    )
    expect(addressOf(item({ key: 'task-copy:1' }))).toBeUndefined()
  })
})
