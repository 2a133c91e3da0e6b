import type { NeedList, PaperView } from '@eduduty/core/archive'
import type { PledgeList, PledgeRow } from '@eduduty/core/duties'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/platform/http/app-type.ts'
import { pdfFile } from '../archive/sent-files.ts'
import { testCounty } from '../harness/doors.ts'
import { closeMemoryDatabase } from '../harness/memory-database.ts'
import { type MechanismDesk, openMechanismDesk, task } from './mechanism-desk.ts'

const headers = { 'x-eduduty-csrf': 'token' }

let desk: MechanismDesk
let catalogue = ''
beforeAll(async () => {
  desk = await openMechanismDesk()
  const opened = await desk.office.inject({
    method: 'POST',
    url: '/api/archive/catalogues',
    headers,
    payload: { county: testCounty, pack: 'county-duty', year: 2026, title: '履职佐证目录' },
  })
  catalogue = opened.json().catalogue
  const made = await desk.post(desk.office, `plans/${testCounty}/${desk.plan}/tasks`, task({ units: ['T01'] }))
  await desk.post(desk.office, `tasks/${testCounty}/${made.json().tasks[0]}/deeds`, { deed: 'issue', says: '' })
  await desk.post(desk.office, `plans/${testCounty}/${desk.plan}/pledges`, { parties: ['T01', 'T02'] })
})
afterAll(async () => {
  await desk.close()
  await closeMemoryDatabase()
})

const list = async (app: App): Promise<PledgeList> =>
  (await app.inject({ url: `/api/duties/plans/${testCounty}/${desk.plan}/pledges` })).json()
const rowOf = async (app: App, party: string): Promise<PledgeRow | undefined> =>
  (await list(app)).rows.find((row) => row.party === party)
const copy = async (app: App, party: string, scan: Uint8Array) => {
  const row = await rowOf(desk.office, party)
  return app.inject({
    method: 'POST',
    url: `/api/duties/pledges/${testCounty}/${row?.pledge}/copies?name=1.pdf`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(scan),
  })
}
const sign = async (party: string) =>
  desk.post(desk.office, `pledges/${testCounty}/${(await rowOf(desk.office, party))?.pledge}/signing`, {
    signed_on: '2026-03-09',
    signed_by: '某乡长',
    copy_no: '',
  })
const paper = async (app: App, id: string): Promise<PaperView> =>
  (await app.inject({ url: `/api/archive/papers/${testCounty}/${id}` })).json()
const needs = async (): Promise<NeedList> =>
  (
    await desk.office.inject({
      url: `/api/archive/catalogues/${testCounty}/${catalogue}/needs?text=目标责任书&limit=200`,
    })
  ).json()

describe('the scanned copy of a pledge', () => {
  it('is not taken before the pledge is signed, nor from whoever did not issue it', async () => {
    const early = await copy(desk.office, 'T01', pdfFile('early'))
    expect([early.statusCode, early.json().type]).toEqual([409, 'duties.pledge_unsigned'])
    expect((await sign('T01')).statusCode).toBe(200)
    const foreign = await copy(desk.township, 'T01', pdfFile('own'))
    expect([foreign.statusCode, foreign.json().type]).toEqual([404, 'duties.pledge_party_unknown'])
    const none = await copy(desk.office, 'T01', new TextEncoder().encode('MZ\u0090\u0000'))
    expect(none.json().type).toBe('archive.file_refused')
    expect(await rowOf(desk.office, 'T01')).not.toHaveProperty('copy')
  })

  it('becomes a paper of the party, knows its pledge, and serves what the packs ask for', async () => {
    const answer = await copy(desk.office, 'T01', pdfFile('signed'))
    expect(answer.statusCode, answer.body).toBe(200)
    const { paper: id, served } = answer.json()
    const asking = (await needs()).needs.filter(({ title }) => title === '目标责任书')
    expect(served).toBe(asking.length)
    expect(served).toBeGreaterThan(0)
    expect(asking.every(({ state, papers }) => state === 'unread' && papers[0]?.paper === id)).toBe(true)
    const row = await rowOf(desk.office, 'T01')
    expect(row).toMatchObject({ copy: id, may_copy: true })
    expect(await paper(desk.township, id)).toMatchObject({
      row: {
        title: '青山乡责任书（签订本）',
        kind: 'pledge',
        unit: 'T01',
        made_on: '2026-03-09',
        document_no: row?.number,
      },
      pledge: `${row?.number} 青山乡`,
    })
    const own = (await list(desk.office)).cover.find(({ level }) => level === '乡镇')
    expect(own).toMatchObject({ units: 2, signed: 1, copied: 1 })
  })

  it('sent again is a new version, the same is refused, and that of another pledge too', async () => {
    const first = (await rowOf(desk.office, 'T01'))?.copy ?? ''
    expect((await copy(desk.office, 'T01', pdfFile('signed'))).json().type).toBe('archive.same_version')
    expect((await copy(desk.office, 'T01', pdfFile('better'))).json().paper).toBe(first)
    expect((await paper(desk.office, first)).row.versions).toBe(2)
    await sign('T02')
    expect((await copy(desk.office, 'T02', pdfFile('better'))).json().type).toBe('archive.copy_of_other')
    expect(await rowOf(desk.office, 'T02')).not.toHaveProperty('copy')
  })

  it('that is withdrawn is none, and the next one is another paper', async () => {
    const first = (await rowOf(desk.office, 'T01'))?.copy ?? ''
    await desk.office.inject({
      method: 'POST',
      url: `/api/archive/papers/${testCounty}/${first}/withdrawal`,
      headers,
      payload: { reason: '扫错了' },
    })
    expect(await rowOf(desk.office, 'T01')).not.toHaveProperty('copy')
    const next = (await copy(desk.office, 'T01', pdfFile('right'))).json().paper
    expect(next).not.toBe(first)
    expect(await rowOf(desk.office, 'T01')).toMatchObject({ copy: next })
  })
})
