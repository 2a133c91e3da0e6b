import type { RoleId } from '@eduduty/core/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { depsAs, personAt, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
const apps: App[] = []
let run: string

/** The routes as one person of a role sees them. */
async function appOf(name: string, role: RoleId): Promise<App> {
  const deps = depsAs(await memoryDatabase(), [{ role, scope: testPath }])
  const identify: typeof deps.identify = async (...asked) => {
    const signedIn = await deps.identify(...asked)
    return signedIn && { ...signedIn, actor: personAt(testPath, name) }
  }
  const app = await createApp({ deps: { ...deps, identify }, routes: [evaluationRoutes] })
  apps.push(app)
  return app
}

const headers = { 'x-eduduty-csrf': 'token' }
const place = () => `/api/evaluation/runs/${run}/comments`
const say = (app: App, payload: object) => app.inject({ method: 'POST', url: place(), payload, headers })
const heard = async (app: App, node = 'books_each') => (await app.inject(`${place()}?node=${node}`)).json()
const takeBack = (app: App, id: string) =>
  app.inject({ method: 'POST', url: `${place()}/${id}/retraction`, payload: {}, headers })

beforeAll(async () => {
  writeSmallFolder(root)
  run = await keepRun(root, '2026-01-01T00:00:00Z')
})
afterAll(() => Promise.all(apps.map((app) => app.close())))

describe('comments', () => {
  it('stand at an indicator or at one of its figures, with who said them, and are told to every reader of the place', async () => {
    const [office, leader] = [await appOf('陆知行', 'supervisor'), await appOf('沈望舒', 'leader')]
    const added = await eventsSince(await memoryDatabase())
    expect((await say(office, { node: 'books_each', text: '  请核对东小的册数 ', subject: '1001' })).statusCode).toBe(
      204,
    )
    expect((await say(leader, { node: 'books_each', text: '年底前要补齐' })).statusCode).toBe(204)
    expect(await heard(leader)).toEqual([
      expect.objectContaining({ text: '年底前要补齐', by: '沈望舒', mine: true, run, year: 2025 }),
      expect.objectContaining({ text: '请核对东小的册数', subject_name: '东小', by: '陆知行', mine: false }),
    ])
    expect(await added()).toMatchObject([
      { action: 'evaluation.comment', actor: '陆知行', subject: '生均图书 · 东小' },
      { action: 'evaluation.comment', actor: '沈望舒', subject: '生均图书' },
    ])
  })

  it('are taken back by whoever wrote them, once, and what they said is shown no longer', async () => {
    const [office, leader] = [await appOf('陆知行', 'supervisor'), await appOf('沈望舒', 'leader')]
    await say(office, { node: 'pupils_total', text: '人数偏少' })
    const [said] = await heard(office, 'pupils_total')
    expect((await takeBack(leader, said.id)).json()).toMatchObject({ title: expect.stringContaining('自己') })
    expect((await takeBack(office, said.id)).statusCode).toBe(204)
    expect((await takeBack(office, said.id)).statusCode).toBe(409)
    const [left] = await heard(leader, 'pupils_total')
    expect(left).toMatchObject({ text: '', by: '陆知行' })
    expect(left).toHaveProperty('retracted_at')
  })

  it('are refused when they are blank, too long, about nothing, or from somebody who may only look elsewhere', async () => {
    const office = await appOf('陆知行', 'supervisor')
    expect((await say(office, { node: 'books_each', text: '   ' })).json()).toMatchObject({
      title: expect.stringContaining('没有内容'),
    })
    expect((await say(office, { node: 'books_each', text: '长'.repeat(501) })).statusCode).toBe(400)
    expect((await say(office, { node: 'nothing', text: '有' })).statusCode).toBe(404)
    expect((await say(office, { node: 'books_each', subject: '9999', text: '有' })).statusCode).toBe(404)
    const clerk = await appOf('叶晴川', 'school_clerk')
    expect((await say(clerk, { node: 'books_each', text: '有' })).statusCode).toBe(403)
  })
})
