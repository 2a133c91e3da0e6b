import type { DeskCalendar, Inbox, NoticeView } from '@eduduty/core/desk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ArchiveCounty, openArchiveCounty, type Somebody } from '../archive/archive-county.ts'
import { testCounty } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const headers = { 'x-eduduty-csrf': 'token' }
let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), temporaryFolder())
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const post = ({ app }: Somebody, url: string, payload: object = {}) =>
  app.inject({ method: 'POST', url, headers, payload })
const send = async (more: object = {}): Promise<string> => {
  const body = { county: testCounty, title: '开会通知', body: '周五开会。', units: ['T01', 'S01'], ...more }
  return (await post(county.office, '/api/desk/notices', body)).json().notice.notice
}
const path = (notice: string): string => `/api/desk/notices/${testCounty}/${notice}`
const read = async (notice: string): Promise<NoticeView> =>
  (await county.office.app.inject({ url: path(notice) })).json()
const waits = async ({ app }: Somebody, notice: string) => {
  const inbox: Inbox = (await app.inject({ url: '/api/desk/inbox' })).json()
  return inbox.waiting.find(({ id }) => id === notice)?.says
}

it('units that have not confirmed are reminded, once in some hours, and that it was done is kept', async () => {
  const notice = await send()
  await post(county.school, `${path(notice)}/receipt`, { unit: 'S01', answer: '' })
  expect((await read(notice)).remindable).toBe(1)
  expect((await post(county.office, `${path(notice)}/reminders`)).json()).toEqual({ units: 1 })
  expect(await waits(county.township, notice)).toBe('office催回执')
  const again = await post(county.office, `${path(notice)}/reminders`)
  expect([again.statusCode, again.json().title]).toEqual([409, '现在没有要催的单位：都已确认，或者 4 小时内催过。'])
  county.clock.now = new Date('2026-03-02T05:30:00Z')
  expect((await post(county.office, `${path(notice)}/reminders`)).statusCode).toBe(200)
  const { reminders, receipts } = await read(notice)
  expect(reminders.map(({ by, units }) => `${by} ${units}`)).toEqual(['office 1', 'office 1'])
  expect(receipts.find(({ unit }) => unit === 'S01')?.reminded_by).toBe('')
  expect((await post(county.township, `${path(notice)}/reminders`)).statusCode).toBe(404)
})

it('an attachment lies in the archive with its issuer and opens for who got the notice, for nobody else', async () => {
  const notice = await send({ units: ['S01'] })
  const sent = await county.office.app.inject({
    method: 'POST',
    url: `${path(notice)}/attachment?name=${encodeURIComponent('议程.txt')}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from('一、传达文件'),
  })
  expect(sent.json().notice.file_name).toBe('议程.txt')
  const file = await county.school.app.inject({ url: `${path(notice)}/attachment` })
  expect([file.statusCode, file.body, file.headers['content-security-policy']]).toEqual([
    200,
    '一、传达文件',
    "default-src 'none'; sandbox",
  ])
  expect((await county.township.app.inject({ url: `${path(notice)}/attachment` })).statusCode).toBe(404)
  const { papers } = await county.office.papers()
  expect(papers.map(({ title }) => title)).toContain('开会通知（附件）')
  await post(county.office, `${path(notice)}/recall`)
  expect((await county.school.app.inject({ url: `${path(notice)}/attachment` })).statusCode).toBe(404)
})

it('a month shows what is due on its days, and which days are working days by the notice of the year', async () => {
  await send({ units: ['S01'], title: '报名单', answer_by: '2026-03-20' })
  const month = async (of: string): Promise<DeskCalendar> =>
    (await county.school.app.inject({ url: `/api/desk/calendar?month=${of}` })).json()
  const march = await month('2026-03')
  const on = (day: string) => march.days.find((one) => one.day === day)
  expect([march.days.length, march.is_known, march.today]).toEqual([31, true, '2026-03-02'])
  expect(on('2026-03-20')?.items.map(({ deed, title }) => `${deed} ${title}`)).toEqual(['回执 报名单'])
  expect([on('2026-03-20')?.works, on('2026-03-21')?.works]).toEqual([true, false])
  const holiday = (await month('2026-10')).days.find(({ day }) => day === '2026-10-01')
  expect(holiday).toEqual({ day: '2026-10-01', works: false, items: [] })
  const unknown = await month('2031-01')
  expect([unknown.is_known, unknown.days[0]]).toEqual([false, { day: '2031-01-01', items: [] }])
  expect((await county.school.app.inject({ url: '/api/desk/calendar?month=2026-13' })).statusCode).toBe(400)
})
