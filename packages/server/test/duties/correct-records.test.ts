import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/platform/http/app-type.ts'
import { testCounty } from '../harness/doors.ts'
import { closeMemoryDatabase } from '../harness/memory-database.ts'
import { type MechanismDesk, openMechanismDesk } from './mechanism-desk.ts'

let desk: MechanismDesk
beforeAll(async () => {
  desk = await openMechanismDesk()
})
afterAll(async () => {
  await desk.close()
  await closeMemoryDatabase()
})

const enter = async (what: string, body: object): Promise<string> =>
  (await desk.post(desk.office, `${what}/${testCounty}`, { unit: 'G', ...body })).json().id
const correct = (kind: string, id: string, body: object, app: App = desk.office) =>
  desk.post(app, `records/${testCounty}/${kind}/${id}/corrections`, { reason: '写错了', ...body })

describe('a record that was entered wrongly', () => {
  it('of a body is corrected with its members, and how it was written stays', async () => {
    const member = { name: '某甲', post: '县长', role: '组长', since: '2026-01-01' }
    const group = { kind: '领导小组', title: '控辍保学小组', document: '', office: '', founded_on: '2026-01-01' }
    const id = await enter('bodies', { ...group, members: [member] })
    const seen = async () => (await desk.records(desk.office)).bodies.find(({ body }) => body === id)
    expect((await correct('body', id, { body: group })).json().type).toBe('duties.nothing_corrected')
    expect((await correct('body', id, { body: { ...group, founded_on: '2027-01-01' } })).statusCode).toBe(422)
    const right = { ...group, title: '控辍保学领导小组' }
    expect((await correct('body', id, { body: right }, desk.bureau)).statusCode).toBe(404)
    expect((await correct('body', id, { body: right })).statusCode).toBe(200)
    await correct('body', id, { member: { no: 1, ...member, name: '某乙', until: '2026-03-01' } })
    expect(await seen()).toMatchObject({
      title: '控辍保学领导小组',
      members: [{ no: 1, name: '某乙', until: '2026-03-01' }],
      changes: [
        { no: 2, was: '成员1：某甲\n成员1的止日：（空）' },
        { no: 1, was: '机构名称：控辍保学小组', reason: '写错了', by: '督导办' },
      ],
    })
    const back = { member: { no: 1, ...member, until: '2025-12-31' } }
    expect((await correct('body', id, back)).json().type).toBe('duties.days_reversed')
    expect((await correct('body', id, { member: { no: 9, ...member } })).json().type).toBe('duties.record_not_found')
  })

  it('of a promise moves to the year of its day, with the unit that leads it', async () => {
    const promise = { kind: '民生实事', title: '改厕', source: '', made_on: '2026-01-20' }
    const id = await enter('promises', { ...promise, lead: 'D02' })
    await correct('promise', id, { promise: { ...promise, title: '改造厕所', made_on: '2025-01-20' } })
    const seen = await desk.db.run<{ year: number; lead_id: string | null }>(
      'select year, lead_id from duties_promises where promise_id = $1',
      [id],
    )
    expect(seen).toEqual([{ year: 2025, lead_id: null }])
    const [change] = await desk.db.run<{ was: string }>('select was from duties_record_changes where record_id = $1', [
      id,
    ])
    expect(change?.was).toBe('事项：改厕\n列入或公布的日期：2026-01-20\n承办单位：演示县教育局')
  })

  it('of a proposal has its time limit counted from the right day, and only one runs', async () => {
    const proposal = { kind: '政协提案', no: '12', title: '校门口交通', raised_by: '', received_on: '2026-02-05' }
    const id = await enter('proposals', proposal)
    const seen = async () => (await desk.records(desk.office)).proposals.find((one) => one.proposal === id)
    const before = (await seen())?.due_on ?? ''
    expect((await correct('proposal', id, { proposal: { ...proposal, received_on: '2026-01-05' } })).statusCode).toBe(
      200,
    )
    const after = await seen()
    expect([after?.due_on, before > (after?.due_on ?? '')]).toEqual(['2026-04-07', true])
    const states = await desk.db.run<{ state: string }>(
      'select state from clocks_clocks where subject_id = $1 order by state',
      [id],
    )
    expect(states.map(({ state }) => state)).toEqual(['running', 'stopped'])
  })

  it('of a contact school is corrected with its visits; struck out, it is not', async () => {
    const contact = { name: '某丙', post: '', school: 'S01', since: '2026-01-01' }
    const id = await enter('contacts', contact)
    const visit = { kind: '到校', on: '2026-03-03', topic: '' }
    await desk.post(desk.office, `contacts/${testCounty}/${id}/visits`, visit)
    await correct('contact', id, { visit: { no: 1, ...visit, kind: '讲课', topic: '开学第一课' } })
    await correct('contact', id, { contact: { ...contact, post: '副县长' } })
    const seen = (await desk.records(desk.office)).contacts.find((one) => one.contact === id)
    expect(seen).toMatchObject({
      post: '副县长',
      visits: [{ no: 1, kind: '讲课', topic: '开学第一课' }],
      changes: [{ was: '职务：（空）' }, { was: '第1次到校的种类：到校\n第1次到校的主题：（空）' }],
    })
    await desk.post(desk.office, `records/${testCounty}/contact/${id}/striking`, { reason: '登了两遍' })
    expect((await correct('contact', id, { contact })).json().type).toBe('duties.record_struck')
  })
})
