import type { TaskRow } from '@eduduty/core/duties'
import { describe, expect, it } from 'vitest'
import { firstValues } from '../../src/duties/panel/first-values.ts'

const row = (part: Partial<TaskRow>): TaskRow => ({
  plan: 'p',
  task: 't',
  no: '',
  title: '组织入学',
  lists: [],
  unit: 'D02',
  unit_name: '教育局',
  issuer_name: '督导办',
  post: '',
  due_on: '2026-11-30',
  state: 'underway',
  light: 'green',
  because: '',
  conflict: false,
  is_supervised: false,
  is_part: false,
  parts: 0,
  ...part,
})
const now = new Date('2026-03-02T01:00:00Z')

describe('what a dialog on a task offers', () => {
  it('is the day of the rule for a letter of supervision, and nothing where there is no rule', () => {
    expect(firstValues({ row: row({}), answer_offer: '2026-03-09' }, 'supervise', now)).toEqual({
      due_on: '2026-03-09',
    })
    expect(firstValues({ row: row({}) }, 'supervise_again', now)).toEqual({})
    expect(firstValues({ row: row({}), answer_offer: '2026-03-09' }, 'extend', now)).toEqual({})
  })

  it('is for a task handed over with its letter the day that the letter says, while that is not over', () => {
    const of = (part: Partial<TaskRow>) => firstValues({ row: row(part), answer_offer: '2026-03-09' }, 'transfer', now)
    expect(of({})).toEqual({})
    expect(of({ is_supervised: true, answer_by: '2026-03-05' })).toEqual({ due_on: '2026-03-05' })
    expect(of({ is_supervised: true, answer_by: '2026-03-02' })).toEqual({ due_on: '2026-03-02' })
    expect(of({ is_supervised: true, answer_by: '2026-03-01' })).toEqual({ due_on: '2026-03-09' })
  })
})
