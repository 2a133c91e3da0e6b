import type { PledgeContent, PledgeList, PledgeRow } from '@eduduty/core/duties'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../src/duties/pledges/read-pledges.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { testCounty } from '../harness/doors.ts'
import { closeMemoryDatabase } from '../harness/memory-database.ts'
import { type MechanismDesk, openMechanismDesk, task } from './mechanism-desk.ts'

let desk: MechanismDesk
let given = ''
beforeAll(async () => {
  desk = await openMechanismDesk()
  const made = await desk.post(desk.office, `plans/${testCounty}/${desk.plan}/tasks`, task())
  given = made.json().tasks[0]
  await desk.post(desk.office, `tasks/${testCounty}/${given}/deeds`, { deed: 'issue', says: '' })
})
afterAll(async () => {
  await desk.close()
  await closeMemoryDatabase()
})

const plan = () => `plans/${testCounty}/${desk.plan}/pledges`
const list = async (app: App): Promise<PledgeList> => (await app.inject({ url: `/api/duties/${plan()}` })).json()
const rowOf = async (app: App, name: string): Promise<PledgeRow | undefined> =>
  (await list(app)).rows.find((row) => row.name === name)
const make = (app: App, ...parties: string[]) => desk.post(app, plan(), { parties })
const sign = (app: App, pledge = '') =>
  desk.post(app, `pledges/${testCounty}/${pledge}/signing`, {
    signed_on: '2026-03-09',
    signed_by: '某局长',
    copy_no: '督导办-01',
  })
/** The database has the keys in an order of its own; the hash wants them as they are written. */
const written = ({ title, preamble, closing, issuer, party, year, tasks }: PledgeContent): PledgeContent => ({
  title,
  preamble,
  closing,
  issuer,
  party,
  year,
  tasks: tasks.map(({ no, title: name, wording, measure, due_on, basis }) => ({
    no,
    title: name,
    wording,
    measure,
    due_on,
    basis,
  })),
})
const keep = (pledge: string | undefined, content: PledgeContent) =>
  desk.db.run('update duties_pledges set content = $2, content_hash = $3 where pledge_id = $1', [
    pledge,
    JSON.stringify(content),
    hashOf(content),
  ])
const partText = (file: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(file)['word/document.xml']).replaceAll(/<[^>]+>/g, '')

describe('a pledge', () => {
  it('is made of the tasks of the unit, numbered, downloaded, and signed once', async () => {
    expect(await rowOf(desk.office, '演示县教育局')).toMatchObject({ state: 'none', tasks: 1, level: '部门' })
    expect((await make(desk.office, 'D02', 'T01')).json()).toEqual({ made: 2, kept: 0, voided: 0 })
    expect((await make(desk.office, 'D02')).json()).toEqual({ made: 0, kept: 1, voided: 0 })
    const row = await rowOf(desk.office, '演示县教育局')
    expect(row).toMatchObject({ state: 'made', number: '教责〔2026〕001号' })
    const file = await desk.office.inject({ url: `/api/duties/pledges/${testCounty}/${row?.pledge}/file` })
    const text = partText(file.rawPayload)
    for (const part of ['演示县人民政府与演示县教育局签订', '组织入学', '2026年11月30日', '责任方：演示县教育局'])
      expect(text).toContain(part)
    expect((await sign(desk.office, row?.pledge)).statusCode).toBe(200)
    expect(await rowOf(desk.office, '演示县教育局')).toMatchObject({ state: 'signed', copy_no: '督导办-01' })
    expect((await sign(desk.office, row?.pledge)).json().title).toBe('演示县教育局的责任书已经签订。')
  })

  it('calls a township as it stands on its seal; one that was made with its everyday name holds', async () => {
    const row = await rowOf(desk.office, '青山乡')
    const file = await desk.office.inject({ url: `/api/duties/pledges/${testCounty}/${row?.pledge}/file` })
    const text = partText(file.rawPayload)
    for (const part of ['演示县人民政府与青山乡人民政府签订', '责任方：青山乡人民政府']) expect(text).toContain(part)
    const [kept] = await desk.db.run<{ content: PledgeContent }>(
      'select content from duties_pledges where pledge_id = $1',
      [row?.pledge],
    )
    const former = written(JSON.parse(JSON.stringify(kept?.content).replaceAll('青山乡人民政府', '青山乡')))
    await keep(row?.pledge, former)
    expect((await rowOf(desk.office, '青山乡'))?.state).toBe('made')
    await keep(row?.pledge, { ...former, closing: '另有约定' })
    expect((await rowOf(desk.office, '青山乡'))?.state).toBe('stale')
    await keep(row?.pledge, former)
  })

  it('no longer holds when its tasks change; made anew it has another number and the old one is void', async () => {
    await desk.post(desk.office, `tasks/${testCounty}/${given}/deeds`, {
      deed: 'extend',
      says: '顺延',
      due_on: '2026-12-20',
    })
    await desk.post(desk.office, `tasks/${testCounty}/${given}/deeds`, {
      deed: 'supervise',
      says: '',
      due_on: '2026-03-20',
    })
    const stale = await rowOf(desk.office, '演示县教育局')
    expect(stale?.state).toBe('stale')
    expect((await sign(desk.office, stale?.pledge)).json().type).toBe('duties.pledge_stale')
    expect((await make(desk.office, 'D02')).json()).toEqual({ made: 1, kept: 0, voided: 1 })
    expect(await rowOf(desk.office, '演示县教育局')).toMatchObject({
      state: 'made',
      voided: 1,
      number: '教责〔2026〕003号',
    })
  })

  it('with villages and schools is the business of their township, and counts level by level', async () => {
    const refused = await make(desk.township, 'T01')
    expect([refused.statusCode, refused.json().type]).toEqual([404, 'duties.pledge_party_unknown'])
    expect((await make(desk.township, '990101100001')).statusCode).toBe(404)
    expect((await make(desk.township, '990101200001', 'S01')).json().made).toBe(2)
    const village = await rowOf(desk.township, '上村')
    expect(village).toMatchObject({ level: '村', issuer_name: '青山乡', may_make: true })
    const file = await desk.township.inject({ url: `/api/duties/pledges/${testCounty}/${village?.pledge}/file` })
    expect(partText(file.rawPayload)).toContain('青山乡人民政府与上村村民委员会签订')
    await sign(desk.township, village?.pledge)
    const cover = (await list(desk.office)).cover.map(({ issuer_name: issuer, level, units, signed, missing }) => [
      ...[issuer, level, units, signed],
      missing.join('、'),
    ])
    expect(cover).toContainEqual(['青山乡', '村', 2, 1, '下村'])
    expect(cover).toContainEqual(['演示县人民政府', '乡镇', 2, 0, '青山乡、绿水镇'])
    expect((await list(desk.township)).rows.map(({ name }) => name)).toEqual(['青山乡', '青山小学', '上村', '下村'])
    expect((await rowOf(desk.school, '青山小学'))?.issuer_name).toBe('青山乡')
  })

  it('has the words of the county where it writes its own; those made with others no longer hold', async () => {
    const text = { title: '{年度}年目标责任状', preamble: '{责任方}向{签发方}保证：', closing: '签字生效。' }
    expect((await desk.post(desk.township, `${plan()}/text`, text)).statusCode).toBe(403)
    expect((await desk.post(desk.office, `${plan()}/text`, text)).statusCode).toBe(200)
    expect((await list(desk.office)).text).toMatchObject({ ...text, is_own: true, is_unverified: false })
    expect((await rowOf(desk.office, '演示县教育局'))?.state).toBe('stale')
  })

  it('is asked for once a day of whoever has not signed', async () => {
    const remind = () => desk.post(desk.office, `${plan()}/reminders`, { parties: ['D02', 'T01'] })
    const both = await Promise.all([remind(), remind()])
    expect(both.map((one) => one.json()).toSorted((one, other) => other.reminded - one.reminded)).toEqual([
      { reminded: 2, today: 0 },
      { reminded: 0, today: 2 },
    ])
    expect((await remind()).json()).toEqual({ reminded: 0, today: 2 })
    expect(await rowOf(desk.bureau, '演示县教育局')).toMatchObject({ reminded: 1, reminded_on: '2026-03-10' })
  })

  it('goes out with others in one zip, by number', async () => {
    const files = await desk.post(desk.office, `${plan()}/files`, { parties: ['D02', 'S01', 'T02'] })
    expect(Object.keys(unzipSync(files.rawPayload))).toEqual(['003 演示县教育局责任书.docx', '005 青山小学责任书.docx'])
    const none = await desk.post(desk.office, `${plan()}/files`, { parties: ['T02'] })
    expect(none.json().type).toBe('duties.pledges_none')
  })
})
