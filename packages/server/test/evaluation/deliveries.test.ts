import type { InboxItem, InboxPart } from '@eduduty/core/desk'
import type { RoleId } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxRoutes } from '../../src/desk/index.ts'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testCounty, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { writeSmallFolder } from './small-folder.ts'

const headers = { 'x-eduduty-csrf': 'token' }
const root = temporaryFolder()
const apps: App[] = []
let run: string
let sender: App
let leader: App
let city: App
let neighbour: App

async function appOf(id: string, role: RoleId, scope: string): Promise<App> {
  const deps = depsAs(await memoryDatabase(), [{ role, scope }], undefined, id)
  const app = await createApp({ deps, routes: [evaluationRoutes, inboxRoutes] })
  apps.push(app)
  return app
}

beforeAll(async () => {
  writeSmallFolder(root)
  run = await keepRun(root, '2026-01-01T00:00:00Z')
  sender = await appOf('县督导办', 'supervisor', testPath)
  leader = await appOf('县领导', 'leader', testPath)
  city = await appOf('市督导室', 'superior_supervisor', areaPath('990100'))
  neighbour = await appOf('邻市督导室', 'superior_supervisor', areaPath('990200'))
})
afterAll(() => Promise.all(apps.map((app) => app.close())))

const post = async (app: App, path: string, payload: object) => {
  const answer = await app.inject({ method: 'POST', url: `/api/evaluation/deliveries/${path}`, headers, payload })
  return answer.statusCode === 204 ? 204 : `${answer.statusCode} ${answer.json().type}`
}
const send = (app: App, reason = '') => post(app, testCounty, { run, reason })
const newest = async (): Promise<string> => (await sender.inject('/api/evaluation/deliveries')).json().deliveries[0].id
const decide = async (app: App, step: 'withdrawal' | 'confirmation' | 'return', reason = '') =>
  post(app, `${testCounty}/${await newest()}/${step}`, { reason })
const itemsOf = async (app: App, part: InboxPart): Promise<readonly InboxItem[]> => {
  if (part !== 'done') return (await app.inject('/api/desk/inbox')).json()[part]
  return (await app.inject('/api/desk/inbox/done')).json().items
}
const lines = async (app: App, part: InboxPart) =>
  (await itemsOf(app, part)).map(({ deed, title, says }) => `${deed} ${title} ${says}`.trim())

describe('a result that is handed up', () => {
  it('waits in the inbox of whoever confirms it, and of nobody else; a preview goes up only with a reason', async () => {
    expect(await send(sender)).toBe('400 evaluation.delivery_reason')
    expect(await send(leader, '年度评估')).toMatch(/^403 /)
    expect(await send(sender, '年度评估')).toBe(204)
    expect(await send(sender, '再报')).toBe('409 evaluation.delivery_open')
    expect(await lines(city, 'waiting')).toEqual(['确认或退回 2025年图书标准'])
    expect(await lines(sender, 'begun')).toEqual(['等上级确认 2025年图书标准'])
    const others = [await lines(sender, 'waiting'), await lines(leader, 'waiting'), await lines(neighbour, 'waiting')]
    expect(others.flat()).toEqual([])
  })

  it('tells a county that there are no counties to be shown, so that its page asks for none', async () => {
    expect((await sender.inject('/api/evaluation/deliveries')).json().oversees).toBe(false)
    expect((await sender.inject('/api/evaluation/gathering')).statusCode).toBe(404)
  })

  it('comes back to the county with the reason, until it is handed up anew', async () => {
    expect(await decide(city, 'return')).toBe('400 evaluation.delivery_reason')
    expect(await decide(sender, 'return', '自己退回')).toMatch(/^403 /)
    expect(await decide(city, 'return', '经费数与决算不符')).toBe(204)
    expect(await lines(city, 'waiting')).toEqual([])
    expect(await lines(sender, 'waiting')).toEqual(['更正后重新上报 2025年图书标准 退回：经费数与决算不符'])
    expect(await lines(leader, 'waiting')).toEqual([])
    expect(await lines(sender, 'begun')).toEqual([])
    expect(await send(sender, '已更正')).toBe(204)
    expect(await lines(sender, 'waiting')).toEqual([])
  })

  it('is withdrawn by the county alone, and waits for nobody then', async () => {
    expect(await decide(city, 'withdrawal', '不归我')).toMatch(/^403 /)
    expect(await decide(sender, 'withdrawal', '还要核对')).toBe(204)
    expect([await lines(city, 'waiting'), await lines(sender, 'waiting')].flat()).toEqual([])
    expect(await decide(city, 'confirmation')).toBe('409 evaluation.delivery_not_open')
  })

  it('is done with when it is confirmed, and is among what each has done', async () => {
    expect(await send(sender, '核对过了')).toBe(204)
    expect(await decide(city, 'confirmation')).toBe(204)
    expect([await lines(city, 'waiting'), await lines(sender, 'waiting'), await lines(sender, 'begun')].flat()).toEqual(
      [],
    )
    expect(await lines(city, 'done')).toEqual(['确认 2025年图书标准', '退回 2025年图书标准 经费数与决算不符'])
    expect(await lines(sender, 'done')).toHaveLength(3)
    expect(await send(sender, '再报')).toBe('409 evaluation.delivery_same')
  })
})
