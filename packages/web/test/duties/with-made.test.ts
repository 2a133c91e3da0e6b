import type { DutyEntry, PlanDraft } from '@eduduty/core/duties'
import { expect, it } from 'vitest'
import { withMade } from '../../src/duties/draw-up/with-made.ts'

const duty = (pack: string, id: string, tasks: number): DutyEntry => ({
  pack,
  duty: id,
  no: '',
  title: id,
  wording: '',
  level: '县',
  lists: [],
  basis: '',
  is_unverified: false,
  deliverable: '',
  post: '',
  cooperating: [],
  due: '',
  units: [],
  unmatched: [],
  tasks,
})

it('tasks that were made count at the duty of their pack, and at no other', () => {
  const draft: PlanDraft = {
    plan: {
      plan: 'a',
      county: '990121',
      year: 2026,
      title: '任务分解',
      document: '',
      is_open: true,
      soon_days: 30,
      silent_days: 60,
      tasks: 0,
      opened_by: '',
      opened_at: '',
    },
    duties: [duty('law', 'enrol', 1), duty('own', 'enrol', 0), duty('law', 'safety', 0)],
    indicators: [],
  }
  expect(withMade(draft, { pack: 'law', duty: 'enrol' }, 3).duties.map(({ tasks }) => tasks)).toEqual([4, 0, 0])
})
