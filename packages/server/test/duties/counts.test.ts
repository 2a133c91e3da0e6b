import type { CountLine, CountList } from '@eduduty/core/duties'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPeriod } from '../../src/collection/index.ts'
import { installMissingTables, readPack } from '../../src/packs/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { systemIn, testCounty, testDoor } from '../harness/doors.ts'
import { closeMemoryDatabase } from '../harness/memory-database.ts'
import { type MechanismDesk, meeting, openMechanismDesk } from './mechanism-desk.ts'

let desk: MechanismDesk
beforeAll(async () => {
  desk = await openMechanismDesk()
  const { loaded } = await readPack('township-duty', '/')
  if (loaded === undefined) throw new Error('the pack of the program is wrong')
  await installMissingTables(desk.db, loaded.pack)
  await testDoor(desk.db, () => new Date('2026-03-01T01:00:00Z')).write(systemIn(), (ctx) =>
    openPeriod(
      ctx,
      testCounty,
      {
        title: '2026年乡镇年报',
        pack_id: 'township-duty',
        year: 2026,
        opens_on: '2026-03-01',
        closes_on: '2026-12-31',
        plans: [{ register: 'township_yearly', unit_ids: ['T01', 'T02'], has_first_review: false }],
      },
      loaded,
    ),
  )
  const own = (more: object) => desk.post(desk.township, `meetings/${testCounty}`, meeting({ unit: 'T01', ...more }))
  await own({ kind: '党委会' })
  await own({ kind: '专题会', held_on: '2026-02-05' })
  await own({ kind: '联席会议' })
  await own({ kind: '专题会', held_on: '2025-12-30' })
})
afterAll(async () => {
  await desk.close()
  await closeMemoryDatabase()
})

const lines = async (app: App): Promise<readonly CountLine[]> => {
  const answer: CountList = (await app.inject({ url: `/api/duties/counts/${testCounty}?year=2026` })).json()
  return answer.lines
}
const study = async (app: App): Promise<CountLine | undefined> =>
  (await lines(app)).find(({ count, unit }) => count === 'township_study' && unit === 'T01')
const take = (app: App, more: object = {}) =>
  desk.post(app, `counts/${testCounty}/taking`, {
    pack: 'township-duty',
    count: 'township_study',
    unit: 'T01',
    year: 2026,
    counted: 2,
    reported: '',
    ...more,
  })

describe('a counted number', () => {
  it('comes from the meetings of the unit in the year, of the kinds that the pack names', async () => {
    const found = await study(desk.office)
    expect(found).toMatchObject({ counted: 2, reported: '', state: 'blank', column_title: '专题研究教育次数' })
    expect(found?.records.map(({ on, kind }) => `${on} ${kind}`)).toEqual(['2026-02-05 专题会', '2026-03-05 党委会'])
    expect(found?.indicator).toMatchObject({ no: '4.1', title: '专题研究教育' })
    expect(found).toMatchObject({ may_take: false, why_not: '由青山乡自己取数' })
  })

  it('is put into the open form by the unit itself, as it stands in the history of the cell', async () => {
    expect((await study(desk.township))?.may_take).toBe(true)
    expect((await take(desk.office)).statusCode).toBe(403)
    expect((await take(desk.township, { counted: 3 })).json().title).toBe(
      '“专题研究教育次数”现在计得 2，您看到的是 3。',
    )
    expect((await take(desk.township)).json()).toMatchObject({ reported: '2', state: 'same', may_take: false })
    const changes = await desk.db.run<{ way: string; new_text: string }>(
      `select way, new_text from collection_cell_changes where column_id = 'meetings'`,
    )
    expect(changes).toEqual([{ way: 'counted', new_text: '2' }])
  })

  it('shows where what was reported is something else, and does not overwrite what somebody else typed meanwhile', async () => {
    await desk.post(desk.township, `meetings/${testCounty}`, meeting({ unit: 'T01', kind: '政府常务会' }))
    expect(await study(desk.office)).toMatchObject({ counted: 3, reported: '2', state: 'differs' })
    expect((await take(desk.township, { counted: 3, reported: '1' })).json().type).toBe('duties.count_changed')
    expect((await take(desk.township, { counted: 3, reported: '2' })).json().reported).toBe('3')
  })

  it('of a column of words only stands beside it', async () => {
    const visits = (await lines(desk.township)).find(({ count }) => count === 'township_visits')
    expect(visits).toMatchObject({ state: 'beside', may_take: false, counted: 0 })
    expect((await take(desk.township, { count: 'township_visits', counted: 0 })).json().type).toBe(
      'duties.count_beside',
    )
  })

  it('without an open form says so', async () => {
    const answer = await take(desk.township, { unit: 'T02' })
    expect([answer.statusCode, answer.json().type]).toEqual([404, 'duties.count_not_found'])
  })
})
