import { join } from 'node:path'
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
let run: string

beforeAll(async () => {
  writeSmallFolder(root, [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '1990' }])
  writeSmallFolder(join(root, 'former'))
  await keepRun(join(root, 'former'), '2026-01-01T00:00:00Z')
  run = await keepRun(root, '2026-02-01T00:00:00Z')
  await keepRun(root, '2026-02-01T00:00:00Z')
  app = await createApp({
    deps: depsAs(await memoryDatabase(), [{ role: 'supervisor', scope: testPath }]),
    routes: [evaluationRoutes],
  })
})
afterAll(() => app.close())

async function get(path: string): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }> {
  const answer = await app.inject(`/api/evaluation/runs${path}`)
  const body: unknown = String(answer.headers['content-type']).includes('json') ? answer.json() : answer.body
  return { status: answer.statusCode, body, headers: answer.headers }
}

describe('the routes of evaluation', () => {
  it('list runs, newest first; the same run again replaces itself', async () => {
    expect((await get('')).body).toMatchObject([
      { id: run, created_at: '2026-02-01T00:00:00.000Z', state: 'unmet', county: { code: '990101', name: '云岭县' } },
      { created_at: '2026-01-01T00:00:00.000Z', state: 'met' },
    ])
  })

  it('give a run without its figures, by id and as the latest', async () => {
    const byId = await get(`/${run}`)
    expect(byId.body).toMatchObject({
      verdict: { state: 'unmet' },
      figures: [],
      sections: [{ items: [{ state: 'unmet' }] }],
    })
    expect((await get('/latest')).body).toEqual(byId.body)
  })

  it('give figures by grain, node and subject', async () => {
    const ids = async (query: string) =>
      JSON.stringify((await get(`/latest/figures${query}`)).body).match(/"id":"[^"]+"/g)
    expect(await ids('?grain=school')).toEqual([
      '"id":"books_each@1001"',
      '"id":"books_each@1002"',
      '"id":"books_each@1003"',
    ])
    expect(await ids('?grain=county')).toEqual(['"id":"pupils_total@county"'])
    expect(await ids('?node=books_each&subject=1001&subject=1003')).toHaveLength(2)
  })

  it('walk from a figure to the cell it came from, and show that cell among its neighbours', async () => {
    const figure = await get(`/${run}/figures/${encodeURIComponent('books_each@1003')}`)
    expect(figure.body).toMatchObject({
      figure: { shown: '19.90' },
      trace: { gap: { amount: '10' }, aggregates: [{ rows: [{ cells: [{ at: { cell: 'C5' } }] }] }, {}] },
    })
    const sheet = JSON.stringify(figure.body).match(/"sheet":"([^"]+)"/)?.[1] ?? ''
    const excerpt = await get(
      `/${run}/excerpt?file=${encodeURIComponent('图书.csv')}&sheet=${encodeURIComponent(sheet)}&cell=C5`,
    )
    expect(excerpt.body).toMatchObject({ highlight: { row: 4, column: 2 }, top: 0, left: 0 })
    expect(JSON.stringify(excerpt.body)).toContain('1990')
  })

  it('offer the documents for download', async () => {
    expect((await get(`/${run}/documents`)).body).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'assessment.json', type: 'application/json' })]),
    )
    const file = await get(`/${run}/documents/assessment.json`)
    expect(file.headers['content-disposition']).toContain('attachment')
    expect(file.body).toMatchObject({ schema: 'eduduty-assessment/1' })
  })

  it.each([
    '/nothing',
    '/latest/figures/nothing@county',
    '/latest/documents/nothing',
    '/latest/excerpt?file=x&sheet=y&cell=A1',
  ])('answer %s with 404 and a sentence that says what to do', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).toMatchObject({ title: expect.stringMatching(/\p{Script=Han}/u), detail: expect.stringMatching(/请/) })
  })
})
