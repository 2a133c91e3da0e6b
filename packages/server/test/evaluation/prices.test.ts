import type { RoleId } from '@eduduty/core/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
const apps: App[] = []
let run: string

async function appOf(role: RoleId, scope = testPath): Promise<App> {
  const app = await createApp({
    deps: depsAs(await memoryDatabase(), [{ role, scope }]),
    routes: [evaluationRoutes],
  })
  apps.push(app)
  return app
}

const url = () => `/api/evaluation/runs/${run}/prices`
const enter = (app: App, more: object = {}) =>
  app.inject({
    method: 'POST',
    url: url(),
    headers: { 'x-eduduty-csrf': 'token' },
    payload: {
      of: '图书册数',
      unit: '册',
      yuan: '25',
      per: 'once',
      source: '本县招标价',
      since: '2020-01-01',
      ...more,
    },
  })

beforeAll(async () => {
  writeSmallFolder(root)
  run = await keepRun(root, '2026-01-01T00:00:00Z')
})
afterAll(() => Promise.all(apps.map((app) => app.close())))

describe('the county’s own prices', () => {
  it('are asked for whatever gaps are counted in, and none is there before somebody enters it', async () => {
    const leader = await appOf('leader')
    expect((await leader.inject(url())).json().things).toEqual([
      {
        of: '图书册数',
        unit: '册',
        indicators: [{ indicator: 'books_each', title: '生均图书' }],
        history: [],
      },
    ])
  })

  it('are entered with their source, by the office alone; the newest in force counts and the former stay', async () => {
    const [office, leader] = [await appOf('supervisor'), await appOf('leader')]
    const added = await eventsSince(await memoryDatabase())
    expect((await enter(leader)).statusCode).toBe(403)
    expect((await enter(office)).json().things[0].price).toMatchObject({
      yuan: '25',
      source: '本县招标价',
      per: 'once',
    })
    await enter(office, { yuan: '26.5', since: '2021-01-01' })
    const later = (await enter(office, { yuan: '30', since: '2999-01-01' })).json().things[0]
    expect([later.price.yuan, later.history.map(({ yuan }: { yuan: string }) => yuan)]).toEqual([
      '26.50',
      ['30', '26.50', '25'],
    ])
    expect(await added()).toMatchObject([
      { result: 'denied' },
      { action: 'evaluation.price', subject: '图书册数' },
      { action: 'evaluation.price' },
      { action: 'evaluation.price' },
    ])
  })

  it('are taken back without losing what they were', async () => {
    const office = await appOf('supervisor')
    const { yuan: _, ...rest } = { yuan: '', source: '价格过时', since: '2022-01-01' }
    const back = await office.inject({
      method: 'POST',
      url: url(),
      headers: { 'x-eduduty-csrf': 'token' },
      payload: { of: '图书册数', unit: '册', per: 'once', ...rest },
    })
    const [thing] = back.json().things
    expect([thing.price, thing.history.length]).toEqual([undefined, 4])
    const twice = await office.inject({
      method: 'POST',
      url: url(),
      headers: { 'x-eduduty-csrf': 'token' },
      payload: { of: '图书册数', unit: '册', per: 'once', ...rest },
    })
    expect([twice.statusCode, twice.json().type]).toEqual([409, 'evaluation.price_none'])
  })

  it('are refused where they are of nothing that is short here, in another unit, or nothing at all', async () => {
    const office = await appOf('supervisor')
    expect((await enter(office, { of: '校车' })).json()).toMatchObject({ type: 'evaluation.price_unknown' })
    expect((await enter(office, { unit: '本' })).json()).toMatchObject({ type: 'evaluation.price_unknown' })
    expect((await enter(office, { yuan: '0.00' })).json()).toMatchObject({ type: 'evaluation.price_zero' })
    expect((await enter(office, { source: ' ' })).statusCode).toBe(400)
    const below = await appOf('supervisor', `${testPath}T01/`)
    expect((await enter(below)).statusCode).toBeGreaterThanOrEqual(403)
  })
})
