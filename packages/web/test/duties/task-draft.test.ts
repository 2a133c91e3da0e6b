import type { DutyEntry } from '@eduduty/core/duties'
import { describe, expect, it } from 'vitest'
import { bodyOf, draftOfDuty, editOf, emptyDraft } from '../../src/duties/task-draft.ts'
import { eachInTurn } from '../../src/platform/api/each-in-turn.ts'

const duty: DutyEntry = {
  pack: 'education-duties',
  duty: 'education_keep',
  no: '2.2',
  title: '巩固入学成果',
  wording: '掌握变动',
  level: '部门',
  lists: ['职责清单'],
  basis: '义务教育法第十三条',
  is_unverified: false,
  post: '',
  due: '',
  indicator: { pack: 'county-duty', indicator: 'retention', title: '初中巩固率', unit: '%' },
  deliverable: '',
  cooperating: [],
  units: [{ unit: 'D02', name: '县教育局' }],
  unmatched: [],
  tasks: 0,
}

describe('a task before it is made', () => {
  it('is what the duty says, due at the end of the year where it says no day', () => {
    const draft = draftOfDuty(duty, 2026)
    expect(draft).toMatchObject({ units: ['D02'], due_on: '2026-12-31', indicator: 'county-duty/retention' })
    expect(draftOfDuty({ ...duty, due: '09-01' }, 2026).due_on).toBe('2026-09-01')
    expect(bodyOf(draft, { pack: duty.pack, duty: duty.duty })).toMatchObject({
      duty: 'education_keep',
      indicator: { pack: 'county-duty', indicator: 'retention' },
    })
  })

  it('is sent without an indicator where somebody took it out', () => {
    expect(bodyOf({ ...draftOfDuty(duty, 2026), indicator: undefined })).not.toHaveProperty('indicator')
  })
})

describe('a task of the county’s own making', () => {
  it('is sent with its basis and the value that its indicator has to reach', () => {
    const draft = { ...emptyDraft(2026), indicator: 'county-duty/retention', basis: '县委会议纪要' }
    expect(editOf({ ...draft, comparison: '≤', value: ' 96.5 ' })).toMatchObject({
      basis: '县委会议纪要',
      target: { comparison: '≤', value: '96.5' },
    })
    expect(editOf({ ...draft, value: '96' }).target).toEqual({ comparison: '≥', value: '96' })
  })

  it('has no target where no value was written, or no indicator was chosen', () => {
    expect(editOf({ ...emptyDraft(2026), value: '96' })).not.toHaveProperty('target')
    expect(editOf({ ...emptyDraft(2026), indicator: 'county-duty/retention', value: ' ' })).not.toHaveProperty('target')
  })
})

it('a batch goes on after what is refused, and says what and why', async () => {
  const seen: number[] = []
  const act = async ({ what }: { what: string }): Promise<number> => {
    if (what === '二') throw new Error('期限已过')
    return 3
  }
  const outcome = await eachInTurn([{ what: '一' }, { what: '二' }, { what: '三' }], act, (done) => seen.push(done))
  expect(outcome).toEqual({ done: 6, failures: [{ what: '二', why: '期限已过' }] })
  expect(seen).toEqual([1, 2, 3])
})
