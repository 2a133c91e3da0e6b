import type { DoneList, Inbox, InboxItem, InboxPart, NewNoticeBody, NoticeList, NoticeView } from '@eduduty/core/desk'
import type { NewTaskBody, TaskDeed } from '@eduduty/core/duties'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepClocks } from '../../src/clocks/index.ts'
import { inboxRoutes } from '../../src/desk/index.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'

const headers = { 'x-eduduty-csrf': 'token' }
let db: Database
let office: App
let bureau: App
let township: App
let school: App
let now = new Date('2026-03-02T01:00:00Z')
let plan = ''
const clock = () => now

beforeAll(async () => {
  db = await memoryDatabase()
  await testDoor(db, clock).write(systemIn(), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, code?: string) =>
      openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...(code !== undefined && { code }) })
    await unit('G', 'government', '演示县人民政府', undefined, testCounty)
    await unit('D02', 'department', '演示县教育局', testPath)
    await unit('T01', 'township', '青山乡', testPath)
    await unit('S01', 'school', '青山小学', `${testPath}T01/`)
  })
  const app = (role: RoleId, scope: string, id: string) =>
    createApp({ deps: depsAs(db, [{ role, scope }], clock, id), routes: [dutyRoutes, inboxRoutes] })
  office = await app('supervisor', testPath, 'office')
  bureau = await app('department_head', `${testPath}D02/`, 'bureau')
  township = await app('township_clerk', `${testPath}T01/`, 'township')
  school = await app('school_head', `${testPath}T01/S01/`, 'school')
  const opened = await office.inject({
    method: 'POST',
    url: '/api/duties/plans',
    headers,
    payload: { county: testCounty, year: 2026, title: '2026年任务分解', document: '', soon_days: 30, silent_days: 60 },
  })
  plan = opened.json().plan
})
afterAll(async () => {
  await Promise.all([office, bureau, township, school].map((app) => app.close()))
  await closeMemoryDatabase()
})

const inbox = async (app: App): Promise<Inbox> => (await app.inject({ url: '/api/desk/inbox' })).json()
const itemsOf = async (app: App, part: InboxPart): Promise<readonly InboxItem[]> => {
  if (part !== 'done') return (await inbox(app))[part]
  const done: DoneList = (await app.inject({ url: '/api/desk/inbox/done' })).json()
  return done.items
}
const lines = async (app: App, part: InboxPart) =>
  (await itemsOf(app, part)).map(({ deed, title, says }) => `${deed} ${title} ${says}`.trim())
const makeTask = async (more: Partial<NewTaskBody> = {}): Promise<string> => {
  const payload: NewTaskBody = {
    title: '组织入学',
    wording: '',
    lists: ['任务清单'],
    units: ['D02'],
    cooperating: [],
    post: '局长',
    due_on: '2026-11-30',
    deliverable: '',
    milestones: [],
    ...more,
  }
  const answer = await office.inject({
    method: 'POST',
    url: `/api/duties/plans/${testCounty}/${plan}/tasks`,
    headers,
    payload,
  })
  return answer.json().tasks[0]
}
const step = (app: App, id: string, deed: TaskDeed, more = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/duties/tasks/${testCounty}/${id}/deeds`,
    headers,
    payload: { deed, says: '情况说明', ...more },
  })
const send = (app: App, more: Partial<NewNoticeBody> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/desk/notices',
    headers,
    payload: { county: testCounty, title: '开会通知', body: '周五下午开会。', units: ['T01', 'S01'], ...more },
  })
const confirm = (app: App, notice: string, unit: string, answer = '') =>
  app.inject({
    method: 'POST',
    url: `/api/desk/notices/${testCounty}/${notice}/receipt`,
    headers,
    payload: { unit, answer },
  })

describe('a task in the inbox', () => {
  it('waits for whoever has the next step, is on its way for who began it, and is done for who did it', async () => {
    const id = await makeTask()
    await step(office, id, 'issue')
    expect(await lines(bureau, 'waiting')).toEqual(['接收 组织入学 演示县人民政府下达'])
    expect(await lines(office, 'begun')).toEqual(['待接收 组织入学 在演示县教育局那里'])
    expect(await lines(school, 'waiting')).toEqual([])
    await step(bureau, id, 'accept')
    expect(await lines(bureau, 'waiting')).toEqual(['办理 组织入学'])
    await step(bureau, id, 'report_done')
    expect(await lines(bureau, 'waiting')).toEqual([])
    expect(await lines(office, 'waiting')).toEqual(['确认完成 组织入学 演示县教育局报完成'])
    await step(office, id, 'confirm')
    expect(await lines(office, 'waiting')).toEqual([])
    expect(await lines(bureau, 'done')).toEqual(['报完成 组织入学 现在：已完成'])
    expect(await lines(office, 'done')).toEqual(['确认完成 组织入学 现在：已完成'])
  })

  it('is told to those who cooperate, who see nothing else of it, until they have taken note', async () => {
    const id = await makeTask({ title: '共同摸排', cooperating: ['T01'] })
    await step(office, id, 'issue')
    const told = await itemsOf(township, 'copied')
    expect(told).toMatchObject([{ deed: '配合', title: '共同摸排', says: '演示县教育局牵头', may_see: true }])
    expect(await itemsOf(school, 'copied')).toEqual([])
    expect((await township.inject({ url: `/api/duties/tasks/${testCounty}/${id}` })).statusCode).toBe(404)
    const seen = {
      method: 'POST',
      url: '/api/desk/inbox/seen',
      headers,
      payload: { keys: told.map(({ key }) => key) },
    } as const
    expect((await township.inject(seen)).statusCode).toBe(204)
    expect((await township.inject(seen)).statusCode).toBe(204)
    expect(await itemsOf(township, 'copied')).toEqual([])
  })

  it('is overdue on the day after its last, and the time limit tells its unit, of all that it has told the last', async () => {
    const id = await makeTask({ title: '逾期的事', units: ['T01'], due_on: '2026-03-10' })
    await step(office, id, 'issue')
    now = new Date('2026-03-10T01:00:00Z')
    expect((await inbox(township)).counts).toMatchObject({ soon: 1, overdue: 0 })
    now = new Date('2026-03-11T01:00:00Z')
    await sweepClocks(testDoor(db, clock), now)
    expect((await inbox(township)).counts).toMatchObject({ soon: 0, overdue: 1 })
    const told = (await itemsOf(township, 'copied')).filter(({ title }) => title === '逾期的事')
    expect(told).toMatchObject([{ deed: '逾期上报', unit_name: '青山乡', says: '告知主要负责人' }])
  })
})

describe('a notice', () => {
  it('comes to each unit, waits until it is confirmed there, and tells the sender who has not', async () => {
    const sent = await send(office)
    const { notice }: NoticeView = sent.json()
    expect(await lines(school, 'waiting')).toEqual(['确认收到 开会通知 演示县人民政府发来'])
    expect(await lines(bureau, 'waiting')).not.toContain('确认收到 开会通知 演示县人民政府发来')
    expect((await confirm(school, notice.notice, 'S01')).statusCode).toBe(204)
    expect((await confirm(school, notice.notice, 'T01')).statusCode).toBe(404)
    expect(await lines(school, 'waiting')).toEqual([])
    expect(await lines(school, 'done')).toContain('已确认 开会通知 演示县人民政府发来')
    const view: NoticeView = (await office.inject({ url: `/api/desk/notices/${testCounty}/${notice.notice}` })).json()
    expect(view.receipts.map(({ unit_name: name, seen_by: by }) => `${name} ${by}`)).toEqual([
      '青山乡 ',
      '青山小学 school',
    ])
    expect(await lines(office, 'begun')).toContain('等回执 开会通知 1 个单位没有确认')
  })

  it('that asks for an answer takes no confirmation without one', async () => {
    const { notice }: NoticeView = (await send(office, { units: ['S01'], answer_by: '2026-03-20' })).json()
    const empty = await confirm(school, notice.notice, 'S01', '  ')
    expect([empty.statusCode, empty.json().title]).toEqual([422, '这份通知要求回执，还没有写。'])
    expect((await confirm(school, notice.notice, 'S01', '按时参加')).statusCode).toBe(204)
    const { received }: NoticeList = (await school.inject({ url: '/api/desk/notices' })).json()
    expect(received.find(({ notice: one }) => one.notice === notice.notice)?.receipt).toMatchObject({
      answer: '按时参加',
      seen_by: 'school',
    })
  })

  it('goes to units within reach only, all of them or none; a township sends to its own schools', async () => {
    expect((await send(township, { units: ['S01'] })).statusCode).toBe(200)
    expect((await send(township, { units: ['S01', 'D02'] })).json().title).toContain('不能发给单位“D02”')
    expect((await send(school, { units: ['S01'] })).statusCode).toBe(403)
    expect((await send(office, { units: ['S01'], answer_by: '2026-03-01' })).json().title).toBe('回执期限已经过去。')
  })

  it('that was recalled is gone from every unit', async () => {
    const { notice }: NoticeView = (await send(office, { title: '错发的通知' })).json()
    const recall = { method: 'POST', url: `/api/desk/notices/${testCounty}/${notice.notice}/recall`, headers } as const
    expect((await office.inject(recall)).json().notice.is_recalled).toBe(true)
    expect(await lines(school, 'waiting')).not.toContain('确认收到 错发的通知 演示县人民政府发来')
    expect((await confirm(school, notice.notice, 'S01')).statusCode).toBe(404)
    expect((await office.inject(recall)).statusCode).toBe(404)
  })
})
