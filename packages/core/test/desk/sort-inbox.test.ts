import { describe, expect, it } from 'vitest'
import { countInbox, type InboxItem, isOverdue, newestFirst, sortInbox } from '../../src/desk/index.ts'

const item = (key: string, due: string | undefined, at = '2026-03-01T00:00:00Z'): InboxItem => ({
  key,
  subject: 'task',
  county: '990101',
  id: key,
  deed: '办理',
  title: key,
  unit_name: '',
  says: '',
  at,
  may_accept: false,
  may_see: false,
  ...(due !== undefined && { due_on: due }),
})

describe('an inbox', () => {
  it('has what is due first on top, of one day what has waited longest, and last what has no day', () => {
    const items = [
      item('none', undefined),
      item('late', '2026-02-01'),
      item('young', '2026-03-10', '2026-03-02T00:00:00Z'),
      item('old', '2026-03-10', '2026-03-01T00:00:00Z'),
    ]
    expect(sortInbox(items).map(({ key }) => key)).toEqual(['late', 'old', 'young', 'none'])
    expect(newestFirst(items).map(({ key }) => key)[0]).toBe('young')
  })

  it('is late from the day after the last one; soon is a week, today with it', () => {
    expect(isOverdue({ due_on: '2026-03-05' }, '2026-03-05')).toBe(false)
    expect(isOverdue({ due_on: '2026-03-04' }, '2026-03-05')).toBe(true)
    const waiting = ['2026-03-04', '2026-03-05', '2026-03-12', '2026-03-13', undefined].map((due, at) =>
      item(`${at}`, due),
    )
    expect(countInbox(waiting, [item('told', undefined)], '2026-03-05')).toEqual({
      waiting: 5,
      overdue: 1,
      soon: 2,
      copied: 1,
    })
  })
})
