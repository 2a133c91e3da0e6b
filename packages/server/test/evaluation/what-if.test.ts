import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { keepRun } from './kept-run.ts'
import { goodSchools, writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
let app: App
let clerk: App

beforeAll(async () => {
  writeSmallFolder(root, [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '1990' }])
  await keepRun(root, '2026-02-01T00:00:00Z')
  const open = async (role: 'leader' | 'school_clerk') =>
    createApp({
      deps: depsAs(await memoryDatabase(), [{ role, scope: testPath }], () => new Date('2026-03-01T02:00:00Z')),
      routes: [evaluationRoutes],
    })
  app = await open('leader')
  clerk = await open('school_clerk')
})
afterAll(() => Promise.all([app.close(), clerk.close()]))

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, by = app) {
  const answer = await by.inject({
    method,
    url: `/api/evaluation/runs/latest${path}`,
    headers: { 'x-eduduty-csrf': 'token' },
    ...(body !== undefined && { payload: body }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}

const books = (text: string) => ({ kind: 'cell', register: 'books', key: { code: '1003' }, column: 'books', text })

describe('trying things out on a run', () => {
  it('lists the cells of a figure and what would meet the standard', async () => {
    const { body } = await ask('GET', '/what-if/inputs?figure=books_each@1003')
    expect(body).toMatchObject({ subject: '南小', shown: '19.90', gap: '还差10册', input_count: 2 })
    expect((await ask('GET', '/what-if/needed?indicator=books_each')).body).toEqual([
      { assumption: books('2000'), now: '1990' },
    ])
    expect((await ask('GET', '/what-if/inputs?figure=books_each@9')).status).toBe(404)
  })

  it('tells all dependent verdicts, and leaves the run as it is', async () => {
    const { body } = await ask('POST', '/what-if', { assumptions: [books('2000')] })
    expect(body).toMatchObject({ stale: false, verdict: { before: 'unmet', after: 'met' }, refused: [] })
    expect(body.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['verdict', 'section', 'item', 'figure'])
    expect((await ask('POST', '/what-if', { assumptions: [] })).body).toMatchObject({ changes: [] })
    expect((await ask('GET', '')).body).toMatchObject({ verdict: { state: 'unmet' } })
  })

  it('says in Chinese what cannot be assumed', async () => {
    const { body } = await ask('POST', '/what-if', { assumptions: [books('许多'), books('2000')] })
    expect(body.refused).toEqual([{ index: 0, message: expect.stringContaining('图书册数') }])
    expect(body.verdict.after).toBe('met')
  })

  it('is not for those who only fill in', async () => {
    expect((await ask('POST', '/what-if', { assumptions: [] }, clerk)).status).toBe(403)
  })
})

describe('scenarios', () => {
  it('are kept under a name, changed, compared and deleted', async () => {
    const first = { title: '补书', note: '', assumptions: [books('2000')] }
    const { status, body } = await ask('POST', '/scenarios', first)
    expect(status).toBe(200)
    const other = await ask('POST', '/scenarios', { title: '少补', note: '看看', assumptions: [books('1995')] })
    expect((await ask('POST', '/scenarios', first)).body).toMatchObject({ title: expect.stringContaining('补书') })
    const list = (await ask('GET', '/scenarios')).body
    expect(list.map(({ title }: { title: string }) => title).toSorted()).toEqual(['少补', '补书'].toSorted())
    const compared = await ask('GET', `/scenarios/compared?scenario=${body.id}&scenario=${other.body.id}`)
    expect(compared.body.scenarios.map((one: { verdict: object }) => one.verdict)).toMatchObject([
      { before: 'unmet', after: 'met' },
      { before: 'unmet', after: 'unmet' },
    ])
    expect((await ask('PUT', `/scenarios/${body.id}`, { ...first, title: '少补' })).status).toBe(409)
    expect((await ask('PUT', `/scenarios/${body.id}`, { ...first, title: '补足图书' })).status).toBe(204)
    expect((await ask('DELETE', `/scenarios/${other.body.id}`)).status).toBe(204)
    expect((await ask('GET', '/scenarios')).body).toMatchObject([{ title: '补足图书', is_own: true }])
    expect((await ask('DELETE', `/scenarios/${other.body.id}`)).status).toBe(404)
  })

  it('of another person may be looked at, not changed', async () => {
    const { id } = (await ask('POST', '/scenarios', { title: '别人的', note: '', assumptions: [books('2000')] })).body
    const db = await memoryDatabase()
    await db.run(
      `update evaluation_scenarios set person_id = 'p-other', person_name = '王督学' where scenario_id = $1`,
      [id],
    )
    const refused = await ask('DELETE', `/scenarios/${id}`)
    expect(refused.status).toBe(403)
    expect(refused.body.title).toContain('王督学')
  })
})
