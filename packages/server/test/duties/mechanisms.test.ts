import type { TaskDeed, TaskView } from '@eduduty/core/duties'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepClocks } from '../../src/clocks/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { testCounty, testDoor } from '../harness/doors.ts'
import { closeMemoryDatabase } from '../harness/memory-database.ts'
import { type MechanismDesk, meeting, openMechanismDesk, task } from './mechanism-desk.ts'

let desk: MechanismDesk
beforeAll(async () => {
  desk = await openMechanismDesk()
})
afterAll(async () => {
  await desk.close()
  await closeMemoryDatabase()
})

const step = (app: App, id: string, deed: TaskDeed) =>
  desk.post(app, `tasks/${testCounty}/${id}/deeds`, { deed, says: '情况', papers: ['总结'] })

const noOf = async (id: string): Promise<string> => {
  const seen: TaskView = (await desk.office.inject({ url: `/api/duties/tasks/${testCounty}/${id}` })).json()
  return seen.row.no
}

describe('a meeting', () => {
  it('is entered by its own people, with what it decided; what became of a decision is known by its task', async () => {
    const decisions = [{ text: '摸清底数', unit: 'D02', due_on: '2026-06-30' }, { text: '每季度通报' }]
    const made = await desk.post(desk.office, `meetings/${testCounty}`, meeting({ decisions }))
    expect(made.statusCode).toBe(200)
    const outcomes = async () => (await desk.meetings(desk.office)).meetings[0]?.decisions.map(({ outcome }) => outcome)
    expect(await outcomes()).toEqual(['open', 'open'])
    const [first, second] = (await desk.meetings(desk.office)).meetings[0]?.decisions ?? []
    const origin = { kind: 'decision', id: first?.decision ?? '' } as const
    const tasks = await desk.post(desk.office, `plans/${testCounty}/${desk.plan}/tasks`, task({ origin }))
    const [id = ''] = tasks.json().tasks
    const seen: TaskView = (await desk.office.inject({ url: `/api/duties/tasks/${testCounty}/${id}` })).json()
    expect(seen.origin).toMatchObject({ kind: 'decision', title: '第3次常务会：摸清底数' })
    expect(seen.basis).toBe('第3次常务会：摸清底数')
    expect(seen.row).toMatchObject({ no: '会议-1', post: '局长' })
    const more = await desk.post(
      desk.office,
      `plans/${testCounty}/${desk.plan}/tasks`,
      task({ origin, units: ['T01'] }),
    )
    expect((await noOf(more.json().tasks[0])) ?? '').toBe('会议-1')
    await desk.post(desk.office, `tasks/${testCounty}/${more.json().tasks[0]}/deeds`, { deed: 'cancel', says: '重了' })
    const other = { kind: 'decision', id: second?.decision ?? '' } as const
    const next = await desk.post(desk.office, `plans/${testCounty}/${desk.plan}/tasks`, task({ origin: other }))
    expect(await noOf(next.json().tasks[0])).toBe('会议-2')
    await desk.post(desk.office, `tasks/${testCounty}/${next.json().tasks[0]}/deeds`, { deed: 'cancel', says: '重了' })
    await step(desk.office, id, 'issue')
    await step(desk.bureau, id, 'accept')
    expect(await outcomes()).toEqual(['underway', 'open'])
    await step(desk.bureau, id, 'report_done')
    await step(desk.office, id, 'confirm')
    expect(await outcomes()).toEqual(['done', 'open'])
    const settling = (decision = '') =>
      desk.post(desk.office, `records/${testCounty}/decision/${decision}/settling`, {
        settled_on: '2026-03-09',
        outcome: '已发第一期通报',
      })
    expect((await settling(first?.decision)).json().type).toBe('duties.has_tasks')
    expect((await settling(second?.decision)).statusCode).toBe(200)
    expect(await outcomes()).toEqual(['done', 'done'])
  })

  it('of the county is not entered by a township, nor seen by it; its own is', async () => {
    const refused = await desk.post(desk.township, `meetings/${testCounty}`, meeting())
    expect([refused.statusCode, refused.json().type]).toEqual([404, 'duties.record_unit_not_found'])
    const own = meeting({ unit: 'T01', kind: '党委会', title: '党委会研究教育' })
    expect((await desk.post(desk.township, `meetings/${testCounty}`, own)).statusCode).toBe(200)
    expect((await desk.meetings(desk.township)).meetings.map(({ title }) => title)).toEqual(['党委会研究教育'])
    expect((await desk.meetings(desk.school)).meetings).toEqual([])
  })

  it('that has not been held yet is not entered', async () => {
    const early = await desk.post(desk.office, `meetings/${testCounty}`, meeting({ held_on: '2026-03-11' }))
    expect([early.statusCode, early.json().title]).toEqual([422, '日期 2026-03-11 还没有到。'])
  })

  it('entered wrongly is corrected, and how it was written before stays in its history', async () => {
    const decisions = [{ text: '每月通报', unit: 'D02' }]
    const made = await desk.post(desk.office, `meetings/${testCounty}`, meeting({ title: '第4次会', decisions }))
    const { id } = made.json()
    const seen = async () => (await desk.meetings(desk.office)).meetings.find((one) => one.meeting === id)
    const correct = (app: App, body: object) => desk.post(app, `meetings/${testCounty}/${id}/corrections`, body)
    const { unit: _, decisions: none, ...as } = meeting({ title: '第4次会', topics: ['控辍保学'] })
    expect(none).toEqual([])
    const right = { ...as, title: '第4次常务会', topics: ['控辍保学', '校车'] }
    expect((await correct(desk.bureau, { meeting: right, reason: '改' })).statusCode).toBe(404)
    expect((await correct(desk.office, { meeting: as, reason: '改' })).json().type).toBe('duties.nothing_corrected')
    expect((await correct(desk.office, { meeting: right, reason: '漏了一个议题' })).statusCode).toBe(200)
    expect(await seen()).toMatchObject({
      title: '第4次常务会',
      topics: ['控辍保学', '校车'],
      changes: [{ no: 1, was: '会议名称：第4次会\n议题：控辍保学', reason: '漏了一个议题', by: '督导办' }],
    })
    const decision = (await seen())?.decisions[0]?.decision
    const wording = { decision, text: '每季度通报', due_on: '2026-06-30' }
    expect((await correct(desk.office, { decision: wording, reason: '写错了' })).statusCode).toBe(200)
    expect(await seen()).toMatchObject({
      decisions: [{ text: '每季度通报', unit_name: '', due_on: '2026-06-30' }],
      changes: [{ no: 2, was: '决定1：每月通报\n决定1的承办单位：演示县教育局\n决定1的期限：（空）' }, { no: 1 }],
    })
  })

  it('entered by mistake is struck out with the reason, and changed no more', async () => {
    const { id } = (await desk.post(desk.office, `meetings/${testCounty}`, meeting({ title: '重复登记' }))).json()
    const strike = () => desk.post(desk.office, `records/${testCounty}/meeting/${id}/striking`, { reason: '登了两遍' })
    expect((await strike()).statusCode).toBe(200)
    expect((await strike()).json().type).toBe('duties.record_struck')
    const added = await desk.post(desk.office, `meetings/${testCounty}/${id}/decisions`, { text: '补一条' })
    expect(added.json().type).toBe('duties.record_struck')
    const seen = (await desk.meetings(desk.office)).meetings.find((one) => one.meeting === id)
    expect(seen).toMatchObject({ struck: '登了两遍', may_record: false })
  })

  it('of a township becomes tasks of its own units only', async () => {
    const own = meeting({ unit: 'T01', kind: '专题会', title: '研究校车', decisions: [{ text: '排查校车' }] })
    const { id: held } = (await desk.post(desk.township, `meetings/${testCounty}`, own)).json()
    const found = (await desk.meetings(desk.township)).meetings.find((one) => one.meeting === held)
    const origin = { kind: 'decision', id: found?.decisions[0]?.decision ?? '' } as const
    const make = (units: string[]) =>
      desk.post(desk.township, `plans/${testCounty}/${desk.plan}/tasks`, task({ origin, units }))
    expect((await make(['D02'])).json().type).toBe('duties.unit_not_found')
    const [id = ''] = (await make(['S01'])).json().tasks
    const url = `/api/duties/tasks/${testCounty}/${id}`
    const drawn: TaskView = (await desk.township.inject({ url })).json()
    expect(drawn.row).toMatchObject({ issuer_name: '青山乡', unit_name: '青山小学' })
    expect((await desk.school.inject({ url })).json().type).toBe('duties.task_not_found')
  })
})

describe('other records', () => {
  it('a body keeps who was in it before', async () => {
    const member = { name: '某甲', post: '县长', role: '组长', since: '2026-01-01' }
    const made = await desk.post(desk.office, `bodies/${testCounty}`, {
      unit: 'G',
      kind: '领导小组',
      title: '控辍保学领导小组',
      document: '演政发〔2026〕1号',
      office: '教育局',
      founded_on: '2026-01-01',
      members: [member],
    })
    const change = (body: object) => desk.post(desk.office, `bodies/${testCounty}/${made.json().id}/changes`, body)
    expect((await change({ left: { no: 1, until: '2026-01-01' } })).json().type).toBe('duties.days_reversed')
    await change({ left: { no: 1, until: '2026-03-01' }, joined: { ...member, name: '某乙', since: '2026-03-01' } })
    const { bodies } = await desk.records(desk.office)
    expect(bodies[0]?.members.map(({ name, until }) => [name, until])).toEqual([
      ['某乙', undefined],
      ['某甲', '2026-03-01'],
    ])
  })

  it('a promise without a task is late after its day, and done when that is written down', async () => {
    const made = await desk.post(desk.office, `promises/${testCounty}`, {
      unit: 'G',
      kind: '民生实事',
      title: '改造十所学校厕所',
      source: '政府工作报告',
      made_on: '2026-01-20',
      due_on: '2026-03-01',
    })
    const outcome = async () => (await desk.records(desk.office)).promises[0]?.outcome
    expect(await outcome()).toBe('late')
    await desk.post(desk.office, `records/${testCounty}/promise/${made.json().id}/settling`, {
      settled_on: '2026-03-09',
      outcome: '十所全部完工',
    })
    expect(await outcome()).toBe('done')
  })

  it('a proposal has its time limit from the day it was handed over; late, the ladder is told; answered, it stops', async () => {
    const made = await desk.post(desk.office, `proposals/${testCounty}`, {
      unit: 'G',
      kind: '政协提案',
      no: '12',
      title: '校门口交通',
      raised_by: '某委员',
      received_on: '2026-01-05',
      lead: 'D02',
    })
    const seen = async () => (await desk.records(desk.office)).proposals[0]
    expect(await seen()).toMatchObject({ due_on: '2026-04-07', state: 'waiting', is_unverified: true })
    desk.at('2026-04-09T01:00:00Z')
    expect(await seen()).toMatchObject({ state: 'late' })
    const late = new Date('2026-04-09T01:00:00Z')
    await sweepClocks(
      testDoor(desk.db, () => late),
      late,
    )
    const told = await desk.db.run<{ kind: string }>(
      `select distinct kind from clocks_firings where subject_kind = 'duties.proposal' order by kind`,
    )
    expect(told.map(({ kind }) => kind)).toContain('overdue')
    const answer = { answered_on: '2026-04-09', answer: '演政函〔2026〕8号', satisfaction: '满意' }
    expect((await desk.post(desk.office, `proposals/${testCounty}/${made.json().id}/answer`, answer)).statusCode).toBe(
      200,
    )
    expect(await seen()).toMatchObject({ state: 'answered_late', satisfaction: '满意' })
    const clocks = await desk.db.run<{ state: string }>(
      `select state from clocks_clocks where subject_kind = 'duties.proposal'`,
    )
    expect(clocks).toEqual([{ state: 'stopped' }])
  })

  it('an official has a contact school and visits it', async () => {
    const made = await desk.post(desk.township, `contacts/${testCounty}`, {
      unit: 'T01',
      name: '某丙',
      post: '乡长',
      school: 'S01',
      since: '2026-01-01',
    })
    const visit = { kind: '到校', on: '2026-03-03', topic: '看食堂' }
    await desk.post(desk.township, `contacts/${testCounty}/${made.json().id}/visits`, visit)
    const { contacts } = await desk.records(desk.township)
    expect(contacts).toMatchObject([{ school_name: '青山小学', visits: [{ ...visit, no: 1 }], may_record: true }])
    const elsewhere = await desk.post(desk.school, `contacts/${testCounty}/${made.json().id}/visits`, visit)
    expect(elsewhere.statusCode).toBe(404)
  })
})
