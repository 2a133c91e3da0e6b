import type { DoneList, Inbox } from '@eduduty/core/desk'
import type { SupervisionBody, TaskDeed, TaskView } from '@eduduty/core/duties'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxRoutes } from '../../src/desk/index.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'

const headers = { 'x-eduduty-csrf': 'token' }
let instant = new Date('2026-03-02T01:00:00Z')
const clock = () => instant
let db: Database
let apps: Readonly<Record<'office' | 'bureau' | 'township' | 'leader', App>>
let plan = ''

beforeAll(async () => {
  db = await memoryDatabase()
  await testDoor(db, clock).write(systemIn(), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, code?: string) =>
      openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...(code !== undefined && { code }) })
    await unit('G', 'government', '演示县人民政府', undefined, testCounty)
    await unit('D02', 'department', '演示县教育局', testPath)
    await unit('T01', 'township', '青山乡', testPath)
  })
  const app = (role: RoleId, scope: string, id: string) =>
    createApp({ deps: depsAs(db, [{ role, scope }], clock, id), routes: [dutyRoutes, inboxRoutes] })
  apps = {
    office: await app('supervisor', testPath, 'office'),
    bureau: await app('department_head', `${testPath}D02/`, 'bureau'),
    township: await app('township_clerk', `${testPath}T01/`, 'township'),
    leader: await app('leader', testPath, 'leader'),
  }
  const payload = { county: testCounty, year: 2026, title: '任务分解', document: '', soon_days: 30, silent_days: 60 }
  plan = (await apps.office.inject({ method: 'POST', url: '/api/duties/plans', headers, payload })).json().plan
})
afterAll(async () => {
  await Promise.all(Object.values(apps).map((app) => app.close()))
  await closeMemoryDatabase()
})

const post = (app: App, url: string, payload: object) => app.inject({ method: 'POST', url, headers, payload })
const step = (app: App, id: string, deed: TaskDeed, more: object = {}) =>
  post(app, `/api/duties/tasks/${testCounty}/${id}/deeds`, { deed, says: '请说明情况', ...more })
const urge = (app: App, id: string, body: SupervisionBody) =>
  post(app, `/api/duties/tasks/${testCounty}/${id}/supervision`, body)
const read = async (app: App, id: string): Promise<TaskView> =>
  (await app.inject({ url: `/api/duties/tasks/${testCounty}/${id}` })).json()
const inbox = async (app: App): Promise<Inbox> => (await app.inject({ url: '/api/desk/inbox' })).json()
const underway = async (): Promise<string> => {
  const made = await post(apps.office, `/api/duties/plans/${testCounty}/${plan}/tasks`, {
    title: '组织入学',
    wording: '',
    lists: ['任务清单'],
    units: ['D02'],
    cooperating: [],
    post: '局长',
    due_on: '2026-11-30',
    deliverable: '',
    milestones: [],
  })
  const id: string = made.json().tasks[0]
  await step(apps.office, id, 'issue')
  await step(apps.bureau, id, 'accept')
  return id
}
const told = (id: string) =>
  db.run<{ post: string }>(`select post from clocks_firings where subject_id = $1 order by fired_at, firing_key`, [id])

describe('a letter of supervision', () => {
  it('says until when it is to be answered, in the task, in its history and in the inbox of the unit', async () => {
    const id = await underway()
    await step(apps.office, id, 'supervise', { due_on: '2026-03-10' })
    const { row, events } = await read(apps.bureau, id)
    expect(row).toMatchObject({ answer_by: '2026-03-10', light: 'red', because: '正在督办，限 2026-03-10 前答复' })
    expect(events[0]).toMatchObject({ deed: 'supervise', due_on: '2026-03-10', told: '' })
    const waits = (await inbox(apps.bureau)).waiting.find((item) => item.id === id)
    expect(waits).toMatchObject({ deed: '答复督办', due_on: '2026-03-10' })
    await step(apps.bureau, id, 'answer')
    expect((await read(apps.bureau, id)).row).not.toHaveProperty('answer_by')
  })

  it('is repeated, and each repetition tells the next post of the ladder at once', async () => {
    const id = await underway()
    expect((await step(apps.office, id, 'supervise_again', { due_on: '2026-03-10' })).json().type).toBe(
      'duties.not_supervised',
    )
    await step(apps.office, id, 'supervise', { due_on: '2026-03-10' })
    expect(await told(id)).toEqual([])
    await step(apps.office, id, 'supervise_again', { due_on: '2026-03-12' })
    expect(await told(id)).toEqual([{ post: '主要负责人' }])
    const again = await step(apps.office, id, 'supervise_again', { due_on: '2026-03-13' })
    expect(again.json().events[0]).toMatchObject({ told: '分管县长', due_on: '2026-03-13' })
    const running = await db.run<{ due_on: string }>(
      `select due_on from clocks_clocks where subject_id = $1 and state = 'running' and title is not null
       and rule ->> 'id' = 'supervision_answer'`,
      [id],
    )
    expect(running).toEqual([{ due_on: '2026-03-13' }])
    const copied = (await inbox(apps.leader)).copied.filter((item) => item.id === id)
    expect(copied.map(({ deed, says }) => `${deed} ${says}`)).toEqual(['再次督办 告知分管县长'])
  })

  it('is lifted with a reason, and then nothing is to be answered', async () => {
    const id = await underway()
    await step(apps.office, id, 'supervise', { due_on: '2026-03-10' })
    expect((await step(apps.office, id, 'lift', { says: ' ' })).json().type).toBe('duties.says_missing')
    expect((await step(apps.bureau, id, 'lift')).json().type).toBe('duties.not_issuer')
    const lifted: TaskView = (await step(apps.office, id, 'lift', { says: '情况已查明' })).json()
    expect(lifted.row).toMatchObject({ is_supervised: false, light: 'green' })
    expect(lifted.events[0]).toMatchObject({ deed: 'lift', says: '情况已查明' })
    expect((await step(apps.bureau, id, 'report_done')).json().row.state).toBe('reported')
  })
})

describe('the days that a county gives for answers', () => {
  const rules = (app: App, body: object) =>
    app.inject({ method: 'PUT', url: `/api/duties/plans/${testCounty}/${plan}/rules`, headers, payload: body })

  it('are offered in working days for a letter of today, once they are set', async () => {
    const id = await underway()
    expect(await read(apps.office, id)).not.toHaveProperty('answer_offer')
    expect((await rules(apps.office, { soon_days: 20, silent_days: 40, answer_days: 5 })).json()).toMatchObject({
      soon_days: 20,
      answer_days: 5,
    })
    // 2 March 2026 is a Monday: the fifth working day after it is the next Monday.
    expect((await read(apps.office, id)).answer_offer).toBe('2026-03-09')
    expect((await rules(apps.bureau, { soon_days: 20, silent_days: 40 })).statusCode).toBe(403)
    const none = await rules(apps.office, { soon_days: 30, silent_days: 60 })
    expect(none.json()).not.toHaveProperty('answer_days')
  })
})

describe('a task that goes to another unit', () => {
  const running = (id: string) =>
    db.run<{ org_path: string; due_on: string }>(
      `select org_path, due_on from clocks_clocks where subject_id = $1 and state = 'running'
       and rule ->> 'id' = 'supervision_answer'`,
      [id],
    )

  it('takes its letter along: the former unit has nothing to answer, the new one has', async () => {
    const id = await underway()
    await step(apps.office, id, 'supervise', { due_on: '2026-03-10' })
    await step(apps.office, id, 'transfer', { unit: 'T01', says: '归乡里办' })
    expect(await running(id)).toEqual([{ org_path: `${testPath}T01/`, due_on: '2026-03-10' }])
    expect((await inbox(apps.bureau)).waiting.filter((item) => item.id === id)).toEqual([])
    expect((await inbox(apps.township)).waiting.find((item) => item.id === id)).toMatchObject({
      deed: '答复督办',
      due_on: '2026-03-10',
    })
    const { events } = await read(apps.township, id)
    expect(events.slice(0, 2)).toMatchObject([
      { deed: 'transfer', due_on: '2026-03-10', says: '归乡里办' },
      { deed: 'supervise', due_on: '2026-03-10' },
    ])
    expect((await step(apps.township, id, 'answer')).json().row).toMatchObject({ is_supervised: false })
    expect(await running(id)).toEqual([])
  })

  it('leaves what the former unit was reminded of as over: it says where the task went and when, and does not count', async () => {
    const id = await underway()
    await step(apps.office, id, 'supervise', { due_on: '2026-03-04' })
    await db.run(
      `insert into clocks_firings (county_code, clock_id, firing_key, org_path, kind, on_day, due_on, post, title,
         subject_kind, subject_id, fired_at)
       select county_code, clock_id, 'remind:2', org_path, 'remind', '2026-03-02', due_on, '', title,
         subject_kind, subject_id, '2026-03-02T00:30:00Z'
       from clocks_clocks where subject_id = $1 and state = 'running' and due_on = '2026-03-04'`,
      [id],
    )
    const told = async () => {
      const { counts, copied } = await inbox(apps.bureau)
      return { counts, items: copied.filter((item) => item.id === id && item.key.startsWith('firing:')) }
    }
    const before = await told()
    expect(before.items).toMatchObject([{ due_on: '2026-03-04' }])
    await step(apps.office, id, 'transfer', { unit: 'T01', says: '归乡里办' })
    const after = await told()
    expect(after.items).toMatchObject([
      { is_over: true, says: '2026-03-02 任务已转给青山乡，督办随任务转出，不用再办' },
    ])
    expect(after.items[0]).not.toHaveProperty('due_on')
    expect(after.counts.copied).toBe(before.counts.copied - 1)
  })

  it('has another day for the answer where the first one is over, or is told a later one', async () => {
    const id = await underway()
    await step(apps.office, id, 'supervise', { due_on: '2026-03-03' })
    const before = instant
    instant = new Date('2026-03-05T01:00:00Z')
    try {
      const dayless = await step(apps.office, id, 'transfer', { unit: 'T01' })
      expect(dayless.json().type).toBe('duties.due_missing')
      await step(apps.office, id, 'transfer', { unit: 'T01', due_on: '2026-03-12' })
    } finally {
      instant = before
    }
    expect(await running(id)).toEqual([{ org_path: `${testPath}T01/`, due_on: '2026-03-12' }])
    expect((await read(apps.office, id)).row.answer_by).toBe('2026-03-12')
  })
})

describe('a leader', () => {
  it('instructs and urges on, which the unit and the office see, and works on no task', async () => {
    const id = await underway()
    const { oversees, deeds } = await read(apps.leader, id)
    expect([oversees, deeds.map(({ deed }) => deed)]).toEqual([true, ['supervise', 'instruct']])
    await urge(apps.leader, id, { deed: 'instruct', says: '请抓紧' })
    for (const app of [apps.bureau, apps.office]) {
      const copied = (await inbox(app)).copied.filter((item) => item.id === id)
      expect(copied.map(({ deed, says }) => `${deed} ${says}`)).toEqual(['领导批示 leader：请抓紧'])
    }
    await urge(apps.leader, id, { deed: 'supervise', says: '限期说明', due_on: '2026-03-09' })
    expect((await inbox(apps.leader)).begun.find((item) => item.id === id)).toMatchObject({
      deed: '督办待答复',
      due_on: '2026-03-09',
    })
    expect((await step(apps.leader, id, 'confirm')).statusCode).toBe(403)
    expect((await urge(apps.office, id, { deed: 'instruct', says: '越权' })).statusCode).toBe(403)
    const done: DoneList = (await apps.leader.inject({ url: '/api/desk/inbox/done' })).json()
    expect(done.items.find((item) => item.id === id)?.deed).toBe('督办')
  })
})
